import { describe, expect, it } from 'vitest';
import { idCheckDigit, idFacts } from '../../../domain/values/id-number.ts';
import { photoBlob, withCard } from './card-answers.ts';
import { blankPerson, typed, typedNumber } from './person-edit.ts';
import { personProblems } from './person-problems.ts';

const today = '2026-03-10';
const number = (first17: string): string => first17 + idCheckDigit(first17);
const woman = number('50010719680312002');
const card = {
  name: '张示例',
  idNumber: woman,
  sex: 'female',
  birth: '1968-03-12',
  ethnicity: '汉族',
  address: '重庆市九龙坡区示例路1号',
  validUntil: '长期',
  hasPhoto: true,
} as const;

describe('answers of a card', () => {
  it('fill the form and are marked as read', () => {
    const person = withCard(blankPerson(), card, today);
    expect(person).toMatchObject({
      name: '张示例',
      idNumber: woman,
      sex: 'female',
      birth: '1968-03-12',
      ethnicity: '汉',
      idKind: 'residentId',
    });
    expect(person.sources).toMatchObject({
      name: 'reader',
      idNumber: 'reader',
      sex: 'reader',
      address: 'reader',
    });
    expect(personProblems(person, today)('sex')).toBeNull();
  });
  it('keep what the card says when it disagrees with the number, and show it at the field', () => {
    const person = withCard(blankPerson(), { ...card, sex: 'male' }, today);
    expect(person.sex).toBe('male');
    expect(personProblems(person, today)('sex')).toBe('性别和身份证号对不上');
  });
  it('fill sex and birth from the number when the card leaves them out', () => {
    const person = withCard(blankPerson(), { ...card, sex: null, birth: null }, today);
    expect(person).toMatchObject({ sex: 'female', birth: '1968-03-12' });
  });
  it('leave answers alone that no card has', () => {
    const before = typed(blankPerson(), { phone: '13800000000' });
    expect(withCard(before, card, today)).toMatchObject({
      phone: '13800000000',
      sources: { phone: 'manual' },
    });
  });
  it('tell the kind of the photo by its bytes', () => {
    expect(photoBlob(new Uint8Array([0x89, 0x50])).type).toBe('image/png');
    expect(photoBlob(new Uint8Array([0xff, 0xd8])).type).toBe('image/jpeg');
  });
});

describe('a number typed by hand', () => {
  const type = (text: string, before = blankPerson()) => {
    const facts = idFacts(text, today);
    return typedNumber(before, text, facts.ok ? facts.value : null);
  };
  it('fills sex, birth and kind', () => {
    expect(type(woman)).toMatchObject({ sex: 'female', birth: '1968-03-12', idKind: 'residentId' });
    expect(type(number('81000019900101001'))).toMatchObject({ idKind: 'hkMoTwPermit', sex: 'male' });
    expect(personProblems(type(number('51021319550607123')), today)('idNumber')).toBeNull();
  });
  it('stays in the form when it is wrong, with the reason in words', () => {
    const wrong = woman.slice(0, 17) + (woman.endsWith('1') ? '2' : '1');
    const person = type(wrong);
    expect(person.idNumber).toBe(wrong);
    expect(personProblems(person, today)('idNumber')).toBe('最后一位对不上，请再核对一遍号码');
  });
  it('is no error while it is still being typed', () => {
    expect(personProblems(type(woman.slice(0, 10)), today)('idNumber')).toBeNull();
  });
});
