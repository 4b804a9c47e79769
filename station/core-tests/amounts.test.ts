import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoAmounts } from '../../domain/rules/shipped.ts';
import { termsOn } from '../../core/session/district-terms.ts';
import { CoreFixture } from '../testing/core-fixture.ts';
import { password } from '../testing/district-double.ts';
import { fillDraft } from '../testing/demo-household.ts';

const day = '2026-03-10';
const later = {
  ...demoAmounts,
  ...{ id: 'amounts-later', title: '示例标准', effectiveFrom: '2026-03-11', standardFen: 20_000 },
  fictional: false,
};
const other = { ...later, id: 'amounts-other', effectiveFrom: '2024-01-01' };

let fixture: CoreFixture;
beforeEach(async () => void (fixture = await CoreFixture.open()));
afterEach(() => fixture.close());

const create = async () => (await fixture.must('clerk', 'draft.create', { kind: 'dibao' })).draft;
const fill = (order = 1) =>
  fillDraft((name, input, binary) => fixture.must('clerk', name, input, binary), day, order);
const arithmeticOf = async (draftId: string) => {
  const { caseId } = await fixture.must('clerk', 'application.submit', { draftId });
  const { dossier } = await fixture.must('clerk', 'case.dossier', { caseId, purpose: 'handling' });
  return dossier.arithmetic;
};

describe('the amounts that a login brings', () => {
  it('are what drafts show and applications are reckoned by, also without network after a restart', async () => {
    fixture.district.terms = { amounts: [other], verifiable: [] };
    await fixture.login('clerk');
    expect((await create()).amounts).toEqual(other);
    expect(await arithmeticOf(await fill())).toMatchObject({
      ...{ amountsId: 'amounts-other', standardFen: 20_000, perCapitaFen: 30_000, belowStandard: false },
    });
    fixture = await fixture.restart();
    fixture.district.broken = { code: 'district.unreachable' };
    expect(await fixture.login('clerk')).toMatchObject({ offline: true });
    expect((await create()).amounts).toEqual(other);
    expect(await arithmeticOf(await fill(2))).toMatchObject({ amountsId: 'amounts-other' });
    expect(fixture.logged).toEqual([]);
  });

  it('take the place of earlier ones at the next login, and so do the materials not asked for', async () => {
    await fixture.login('clerk');
    const { id: draftId, amounts } = await create();
    expect(amounts).toEqual(demoAmounts);
    const { caseId } = await fixture.must('clerk', 'application.submit', { draftId: await fill() });
    fixture.district.terms = { amounts: [other], verifiable: ['householdBook'] };
    await fixture.login('clerk');
    const { draft } = await fixture.must('clerk', 'draft.open', { draftId });
    expect(draft).toMatchObject({ amounts: other, verifiable: ['householdBook'] });
    const { dossier } = await fixture.must('clerk', 'case.dossier', { caseId, purpose: 'handling' });
    expect(dossier).toMatchObject({
      arithmetic: { amountsId: 'amounts-demo' },
      verifiable: ['householdBook'],
    });
  });

  it('are those of the day of submission: they change at midnight in Shanghai', async () => {
    fixture.district.terms = { amounts: [later, demoAmounts], verifiable: [] };
    await fixture.login('clerk');
    const [first, second] = [await fill(1), await fill(2)];
    fixture.clock.now = new Date('2026-03-10T15:59:59.999Z');
    expect(await arithmeticOf(first)).toMatchObject({ amountsId: 'amounts-demo', belowStandard: true });
    fixture.clock.now = new Date('2026-03-10T16:00:00.000Z');
    const { draft } = await fixture.must('clerk', 'draft.open', { draftId: second });
    expect(draft.amounts.id).toBe('amounts-later');
    expect(await arithmeticOf(second)).toMatchObject({ amountsId: 'amounts-later', belowStandard: false });
  });

  it('are not guessed when none is in force on the day; what was typed stays', async () => {
    await fixture.login('clerk');
    const draftId = await fill();
    fixture.district.terms = { amounts: [later], verifiable: [] };
    await fixture.login('clerk');
    const failure = { code: 'amounts.noneInForce', data: { day } };
    expect(await fixture.refused('clerk', 'draft.create', { kind: 'dibao' })).toEqual(failure);
    expect(await fixture.refused('clerk', 'draft.open', { draftId })).toEqual(failure);
    expect(await fixture.refused('clerk', 'application.submit', { draftId })).toEqual(failure);
    expect((await fixture.must('clerk', 'draft.list', {})).drafts).toMatchObject([{ id: draftId }]);
    fixture.clock.now = new Date('2026-03-11T02:00:00.000Z');
    expect(await arithmeticOf(draftId)).toMatchObject({ amountsId: 'amounts-later' });
  });

  it('are none before the first login', async () => {
    const terms = await termsOn(fixture.store.read, day);
    expect(terms).toMatchObject({ ok: false, failure: { code: 'amounts.noneInForce' } });
  });

  it('are not taken from a login that is refused', async () => {
    await fixture.login('clerk');
    fixture.district.terms = { amounts: [other], verifiable: [] };
    const strange = { username: 'far', password };
    expect(await fixture.refused('far', 'session.login', strange)).toMatchObject({
      code: 'session.wrongArea',
    });
    expect((await create()).amounts).toEqual(demoAmounts);
  });
});
