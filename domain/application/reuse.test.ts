import { describe, expect, it } from 'vitest';
import {
  sampleEvidence,
  sampleSections,
  sampleSubmit,
  sampleSubmitOf,
  testId,
  testIdNumber,
} from '../testing/sample-application.ts';
import type { Application } from './application.ts';
import { DraftSections } from './forms.ts';
import { PersonForm } from './person.ts';
import { reuseAnswers } from './reuse.ts';

const me = testId(900);
const begun = (fields: Partial<PersonForm> = {}, more: Partial<DraftSections> = {}): DraftSections => ({
  ...DraftSections.parse({}),
  identity: PersonForm.parse({ id: me, idNumber: testIdNumber('1950-03-10', 11), ...fields }),
  ...more,
});
const reuse = (sections: DraftSections, earlier: Application, kind: Application['kind'] = 'dibao') => {
  let n = 950;
  return reuseAnswers(sections, kind, earlier, () => testId((n += 1)));
};
/** Two people; the second under the first's care, with a relative, an income and a house. */
function household(): Application {
  const sections = sampleSections([
    {
      birth: '2015-06-01',
      idNumber: testIdNumber('2015-06-01', 31),
      relation: 'grandchild',
      guardianId: testId(1),
      capacity: false,
    },
  ]);
  const item = { id: testId(61), memberId: testId(2), description: '虚构房', valueFen: 100 };
  const relative = {
    id: testId(62),
    memberId: testId(2),
    name: '李虚构',
    role: 'civilServant' as const,
    relation: '姨',
  };
  const whole: DraftSections = {
    ...sections,
    property: { ...sections.property, housing: { has: true, items: [item] } },
    kinship: { declared: true, relatives: [relative, { ...relative, id: testId(63), memberId: null }] },
  };
  return sampleSubmit(whole, sampleEvidence(whole)).application;
}

describe('reuseAnswers', () => {
  it('fills an empty draft; people and entries get ids of their own, and belong to them', () => {
    const { sections, taken, kept } = reuse(begun(), household());
    expect(taken).toEqual(['identity', 'members', 'villageCode', 'kinship', 'income', 'property']);
    expect(kept).toEqual([]);
    const child = sections.members[0]!;
    expect(child.id).toBe(testId(951));
    expect(child).toMatchObject({ relation: 'grandchild', guardianId: me });
    expect(child.sources).toMatchObject({ name: 'previous', idNumber: 'previous', birth: 'previous' });
    expect(child.sources).not.toHaveProperty('phone');
    expect(sections.income.entries).toMatchObject([{ memberId: me, amountFen: 45_000 }]);
    expect(sections.property.housing?.items).toMatchObject([{ memberId: child.id, description: '虚构房' }]);
    expect(sections.kinship.relatives.map(({ memberId }) => memberId)).toEqual([child.id, null]);
    const ids = [
      child.id,
      sections.income.entries[0]!.id,
      sections.property.housing!.items[0]!.id,
      ...sections.kinship.relatives.map(({ id }) => id),
    ];
    expect(new Set(ids).size).toBe(5);
    for (const id of ids) expect(Number(id.slice(-3))).toBeGreaterThan(950);
    expect(sections.livesAlone).toBe(false);
    expect(sections.villageCode).toBe('500107001001');
  });

  it('says "lives alone" again for somebody who did', () => {
    const { sections, taken } = reuse(begun(), sampleSubmitOf('dibao').application);
    expect([sections.livesAlone, taken.includes('members')]).toEqual([true, true]);
  });

  it('fills the applicant field by field, never over what was typed, and marks what it filled', () => {
    const { identity } = reuse(begun({ name: '张示例', address: '新地址' }), household()).sections;
    expect(identity).toMatchObject({ id: me, address: '新地址', phone: '13800000000', sex: 'male' });
    expect(identity?.sources).toMatchObject({ phone: 'previous', sex: 'previous', birth: 'previous' });
    expect(Object.keys(identity?.sources ?? {})).not.toContain('address');
    expect(Object.keys(identity?.sources ?? {})).not.toContain('relation');
  });

  it('takes health only where nothing was said of it', () => {
    const earlier = household();
    const ill = { health: 'severeDisability' as const, disability: { kind: 1, grade: 1 } };
    const [first, ...others] = earlier.members;
    const given = { ...earlier, members: [{ ...first!, ...ill }, ...others] };
    expect(reuse(begun(), given).sections.identity).toMatchObject(ill);
    expect(reuse(begun({ health: 'weak' }), given).sections.identity).toMatchObject({
      ...{ health: 'weak', disability: null },
    });
    const said = begun({ sources: { health: 'manual' } });
    expect(reuse(said, given).sections.identity).toMatchObject({ health: 'healthy', disability: null });
    const card = begun({ disability: { kind: 2, grade: 3 } });
    expect(reuse(card, given).sections.identity?.disability).toEqual({ kind: 2, grade: 3 });
  });

  it('leaves every section that was answered, and names it', () => {
    const none = { has: false, items: [] };
    const answered = begun(household().members[0]!, {
      ...{ livesAlone: true, villageCode: '500107001002' },
      kinship: { declared: false, relatives: [] },
      income: { ...DraftSections.parse({}).income, none: true },
      property: { shop: none },
    });
    const { sections, taken, kept } = reuse(answered, household());
    expect(taken).toEqual([]);
    expect(kept).toEqual(['members', 'villageCode', 'kinship', 'income', 'property']);
    expect(sections).toEqual(answered);
  });

  it('brings what only some kinds ask to a kind that asks it, and no other', () => {
    const tekun = sampleSubmitOf('tekun').application;
    const away = { where: 'otherTown' as const, place: '' };
    const earlier = { ...tekun, registeredElsewhere: away };
    const same = reuse(begun(), earlier, 'tekun');
    expect(same.taken).toEqual(
      expect.arrayContaining(['supporters', 'selfCare', 'account', 'registeredElsewhere']),
    );
    expect(same.sections).toMatchObject({ selfCare: tekun.selfCare, account: tekun.account });
    expect(same.sections.registeredElsewhere).toEqual(away);
    expect(reuse(begun(), earlier, 'linshi').taken).toEqual([
      ...['identity', 'members', 'villageCode', 'kinship', 'account', 'registeredElsewhere'],
    ]);
    expect(reuse(begun(), earlier, 'dibao').taken).not.toContain('selfCare');
    const typed = begun({}, { account: { holder: '', bank: '虚构', number: '' }, selfCare: { bed: true } });
    const partly = reuse({ ...typed, registeredElsewhere: { where: 'here', place: '' } }, earlier, 'tekun');
    expect(partly.kept).toEqual(['selfCare', 'account', 'registeredElsewhere']);
  });

  it('renames supporters and expenses, and takes them only where nothing stands', () => {
    const one = {
      ...{ id: testId(70), name: '李虚构', relation: '' },
      monthIncomeFen: null,
      able: null,
      consent: null,
    };
    const tekun = { ...sampleSubmitOf('tekun').application, supporters: { none: false, people: [one] } };
    const { people } = reuse(begun(), tekun, 'tekun').sections.supporters;
    expect(people).toMatchObject([{ name: '李虚构' }]);
    expect(people[0]?.id).not.toBe(one.id);
    for (const supporters of [
      { none: true, people: [] },
      { none: false, people: [one] },
    ])
      expect(reuse(begun({}, { supporters }), tekun, 'tekun').kept).toContain('supporters');
    const rigid = sampleSubmitOf('rigidExpenditure').application;
    const { entries } = reuse(begun(), rigid, 'rigidExpenditure').sections.expenses;
    expect(entries).toMatchObject([{ memberId: me, amountFen: 400_000 }]);
    expect(entries[0]?.id).not.toBe(rigid.expenses?.entries[0]?.id);
    for (const expenses of [
      { none: true, entries: [] },
      { none: false, entries },
    ])
      expect(reuse(begun({}, { expenses }), rigid, 'rigidExpenditure').kept).toContain('expenses');
  });

  it('offers no income or property that was never asked, and drops entries of nobody', () => {
    const linshi = sampleSubmitOf('linshi').application;
    expect(reuse(begun(), linshi).taken).toEqual(['identity', 'members', 'villageCode', 'kinship']);
    const stray = household();
    const entries = stray.income.entries.map((entry) => ({ ...entry, memberId: testId(77) }));
    const { income } = reuse(begun(), { ...stray, income: { ...stray.income, entries } }).sections;
    expect(income.entries).toEqual([]);
    const none = { ...stray, income: { ...stray.income, none: true, entries: [] } };
    expect(reuse(begun(), none).sections.income.none).toBe(true);
  });

  it('does nothing without an applicant to fill', () => {
    const nobody = DraftSections.parse({});
    expect(reuse(nobody, household())).toEqual({ sections: nobody, taken: [], kept: [] });
  });
});
