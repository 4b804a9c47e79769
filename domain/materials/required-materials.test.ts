import { describe, expect, it } from 'vitest';
import { materialCatalogue } from './catalogue.ts';
import type { MaterialFacts, MaterialKind, MemberFacts } from './material-facts.ts';
import { requiredMaterials } from './required-materials.ts';
import { Slot, slotInfo } from './slots.ts';

const plain: MemberFacts = {
  id: 'm1',
  disabled: false,
  seriousIllness: false,
  studentAdult: false,
  capacity: true,
};
const facts = (more: Partial<MaterialFacts> = {}): MaterialFacts => ({
  kind: 'dibao',
  members: [plain],
  hasAgent: false,
  verifiable: [],
  ...more,
});
const list = (more: Partial<MaterialFacts> = {}) =>
  requiredMaterials(facts(more)).map(({ slot, memberId }) => (memberId ? `${slot} ${memberId}` : slot));

describe('requiredMaterials of 低保', () => {
  it('asks a plain household for nothing conditional', () => {
    expect(list()).toEqual(['application', 'idCard m1', 'householdBook', 'statement', 'authorization m1']);
    expect(requiredMaterials(facts()).every((material) => material.requirement === 'always')).toBe(true);
  });

  it('asks each member for what only that member has', () => {
    const members = [
      plain,
      { ...plain, id: 'm2', disabled: true, capacity: false },
      { ...plain, id: 'm3', seriousIllness: true },
      { ...plain, id: 'm4', studentAdult: true },
    ];
    const materials = requiredMaterials(facts({ members, hasAgent: true }));
    expect(materials.filter((material) => material.requirement === 'conditional')).toEqual([
      { slot: 'disabilityCard', memberId: 'm2', requirement: 'conditional', reason: '申报了残疾' },
      { slot: 'diagnosis', memberId: 'm3', requirement: 'conditional', reason: '申报了重病' },
      { slot: 'enrolment', memberId: 'm4', requirement: 'conditional', reason: '成年子女在校就读' },
      { slot: 'entrustment', requirement: 'conditional', reason: '由他人代为申请' },
    ]);
    const signed = materials.filter((material) => material.slot === 'authorization');
    expect(signed.map((material) => material.memberId).sort()).toEqual(['m1', 'm2', 'm3', 'm4']);
    expect(signed.find((material) => material.memberId === 'm2')?.reason).toContain('监护人');
  });

  it('never asks for what the checking mechanism verifies (L §62), always for identity, statement, authorization', () => {
    const members = [{ ...plain, disabled: true, seriousIllness: true, studentAdult: true }];
    const left = list({ members, hasAgent: true, verifiable: Slot.options });
    // A 委托书 stands in no register: nobody can look up who gave whom the right to act.
    expect(left).toEqual(['application', 'idCard m1', 'statement', 'authorization m1', 'entrustment']);
    expect(list({ members, verifiable: ['disabilityCard'] })).toContain('diagnosis m1');
  });
});

describe('other kinds', () => {
  it.each<[MaterialKind, Partial<MaterialFacts>, string[]]>([
    ['dibaoMargin', {}, ['application', 'idCard m1', 'householdBook', 'statement', 'authorization m1']],
    [
      'tekun',
      { consentingSupporters: [{ id: 's1' }] },
      ['idCard m1', 'statement', 'commitment', 'authorization m1', 'authorization s1'],
    ],
    [
      'rigidExpenditure',
      {},
      ['application', 'idCard m1', 'householdBook', 'statement', 'authorization m1', 'expenseReceipts'],
    ],
    ['linshi', {}, ['idCard m1', 'eventFacts', 'account']],
    [
      'linshi',
      { event: { incident: true, expenses: true, grantedFirst: true } },
      ['idCard m1', 'eventFacts', 'account', 'incidentRecord', 'expenseReceipts', 'laterExplanation'],
    ],
  ])('%s with %j', (kind, more, expected) => {
    expect(list({ kind, ...more })).toEqual(expected);
  });

  it('use every slot, each with a title and the rule that asks for it', () => {
    expect(new Set(materialCatalogue.map((row) => row.slot))).toEqual(new Set(Slot.options));
    for (const slot of Slot.options) expect(slotInfo[slot].source).toMatch(/《|〔/);
  });
});
