import { describe, expect, it } from 'vitest';
import { DraftSections } from './forms.ts';
import { PersonForm } from './person.ts';
import type { Signature } from './evidence.ts';
import { authorizationFor, signedTextHolds, wholeText } from './authorization-text.ts';

const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const zhang = PersonForm.parse({
  id: id(1),
  name: '张示例',
  idNumber: '500107196001011234',
  address: '九龙坡区示例村一组',
});
const child = PersonForm.parse({
  id: id(2),
  name: '张小示例',
  idNumber: '500107201501011230',
  relation: 'grandchild',
});
const item = { id: id(9), memberId: id(1), description: '存款', valueFen: 120_000 };
const entry = {
  id: id(8),
  memberId: id(1),
  kind: 'wage' as const,
  amountFen: 50_000,
  periodMonths: 1 as const,
  excluded: null,
};
const sections = DraftSections.parse({
  identity: zhang,
  members: [child],
  income: {
    entries: [
      entry,
      { ...entry, id: id(7), amountFen: 25_050 },
      { ...entry, kind: 'farming', periodMonths: 12 },
    ],
  },
  property: { deposit: { has: true, items: [item] }, vehicle: { has: false, items: [] } },
});
const text = (member: PersonForm, signer: PersonForm) =>
  wholeText(authorizationFor({ kind: 'dibao', sections }, member, signer, '杨家坪街道'));

describe('the text to sign', () => {
  it('begins with the plain sentence, then the legal name', () => {
    const [first, second] = text(zhang, zhang).split('\n');
    expect(first).toBe('请签字确认，同意我们核对您家的收入和财产。');
    expect(second).toContain('家庭经济状况核对授权书');
  });
  it('carries names, masked numbers, who checks, sums and explicit "none"; no full number, no empty place', () => {
    const shown = text(zhang, zhang);
    for (const words of [
      '张小示例',
      '500107********1234',
      '杨家坪街道、九龙坡区民政局',
      '750.50 元',
      '一年 500.00 元',
      '存款：1 项，价值 1,200.00 元',
      '没有车辆',
      '还没有填：房屋',
    ])
      expect(shown).toContain(words);
    expect(shown).not.toMatch(/196001|\{\{|undefined/);
  });
  it('says when a guardian signs, and for whom', () => {
    expect(text(child, zhang)).toContain(
      '张示例（身份证号 500107********1234）是张小示例（身份证号 500107********1230）的监护人',
    );
    expect(text(zhang, zhang)).not.toContain('监护人，代为');
  });
  it('fits the record for the largest household', () => {
    const long = '很'.repeat(50);
    const many = Array.from({ length: 20 }, (_, n) => ({ ...child, id: id(100 + n), name: long }));
    const rendered = authorizationFor(
      { kind: 'dibao', sections: { ...sections, members: many } },
      zhang,
      zhang,
      '杨家坪街道',
    );
    expect(wholeText(rendered).length).toBeLessThan(8000);
  });
});

describe('a signature', () => {
  const draft = { kind: 'dibao' as const, sections };
  const town = '杨家坪街道';
  const signature = {
    ...{ memberId: child.id, signerId: zhang.id, role: 'guardian', textVersion: '1', strokes: [[]] },
    ...{
      text: text(child, zhang),
      imageDigest: '0'.repeat(64),
      imageBytes: 1,
      at: '2026-03-10T02:00:00.000Z',
    },
  } as Signature;
  const holds = (change: Partial<DraftSections>) =>
    signedTextHolds(signature, { ...draft, sections: { ...sections, ...change } }, town);

  it('stands while the form says what was read', () => {
    expect(holds({})).toBe(true);
    expect(holds({ identity: { ...zhang, phone: '13800000000' } })).toBe(true);
  });
  it.each<[string, Partial<DraftSections>]>([
    ['a new member', { members: [child, { ...child, id: id(3) }] }],
    ['a member who left', { members: [] }],
    ['another name', { members: [{ ...child, name: '张大示例' }] }],
    ['another address', { identity: { ...zhang, address: '虚构路2号' } }],
    ['another income', { income: { ...sections.income, entries: [entry] } }],
    ['another property', { property: { deposit: { has: false, items: [] } } }],
  ])('falls with %s', (_, change) => {
    expect(holds(change)).toBe(false);
  });
  it('falls with another town that checks, and with another kind of assistance', () => {
    expect(signedTextHolds(signature, draft, '石桥铺街道')).toBe(false);
    expect(signedTextHolds(signature, { ...draft, kind: 'tekun' }, town)).toBe(false);
  });
});
