import { describe, expect, it } from 'vitest';
import { maskIdNumber, maskName, maskPhone } from './mask.ts';
import { PublicationEntry, toPublicationEntry } from './publication.ts';

describe('masks', () => {
  it('hide the birth date of an id number', () => {
    expect(maskIdNumber('11010519491231002X')).toBe('110105********002X');
    expect(maskIdNumber('H123456')).toBe('*******');
  });

  it('keep the family name, never half a character', () => {
    expect(maskName('张示例')).toBe('张**');
    expect(maskName('𬭸示')).toBe('𬭸*');
    expect(maskName('阿依·古丽')).toBe('阿*·**');
    expect(maskName('')).toBe('');
  });

  it('keep a phone recognisable', () => {
    expect(maskPhone('13800001234')).toBe('138****1234');
    expect(maskPhone('023-68001234')).toBe('023-******34');
    expect(maskPhone('1234567')).toBe('*******');
  });
});

describe('publication', () => {
  const allowed = { name: '张示例', members: 3, amountFen: 90_000 };

  it('carries three fields and refuses a fourth', () => {
    expect(Object.keys(PublicationEntry.parse(allowed))).toEqual(['name', 'members', 'amountFen']);
    expect(PublicationEntry.safeParse({ ...allowed, idNumber: '11010519491231002X' }).success).toBe(false);
  });

  it('drops what a larger record knows', () => {
    const record = { ...allowed, phone: '13800001234', disability: 'x' };
    expect(toPublicationEntry(record)).toEqual(allowed);
  });
});
