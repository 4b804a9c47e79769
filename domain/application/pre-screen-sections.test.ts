import { describe, expect, it } from 'vitest';
import type { PreScreenAnswers } from '../eligibility/pre-screen.ts';
import { testId } from '../testing/sample-application.ts';
import { DraftSections } from './forms.ts';
import { preScreenSections } from './pre-screen-sections.ts';

const answers: PreScreenAnswers = {
  ...{ age: 40, householdSize: 1, monthIncomeFen: 45_000, health: 'severeDisability' },
  ...{ disability: { kind: 4, grade: 2 }, supporters: 'none', expensesYearFen: 9_000 },
  emergency: { happened: true, urgent: true, requestedFen: 120_000 },
};
const sections = (kind: Parameters<typeof preScreenSections>[0], more: Partial<PreScreenAnswers> = {}) => {
  let n = 0;
  return preScreenSections(kind, { ...answers, ...more }, () => testId((n += 1)));
};
const empty = DraftSections.parse({});

describe('answers to the pre-screen', () => {
  it('begin the draft, each where the kind asks for it', () => {
    const dibao = sections('dibao');
    expect(dibao).toMatchObject({
      identity: { health: 'severeDisability', disability: { kind: 4, grade: 2 }, name: '', birth: '' },
      livesAlone: true,
      income: { none: false, entries: [{ kind: 'other', amountFen: 45_000, periodMonths: 1 }] },
    });
    expect(dibao.identity?.sources).toEqual({ health: 'manual', disability: 'manual' });
    expect(dibao.income.entries[0]?.memberId).toBe(dibao.identity?.id);
    expect([dibao.expenses, dibao.supporters, dibao.emergency]).toEqual([
      empty.expenses,
      empty.supporters,
      empty.emergency,
    ]);
    expect(sections('tekun').supporters).toEqual({ none: true, people: [] });
    expect(sections('rigidExpenditure').expenses.entries).toMatchObject([
      { kind: 'other', amountFen: 9_000 },
    ]);
    const linshi = sections('linshi');
    expect(linshi.emergency).toMatchObject({ urgent: true, requestedFen: 120_000, kind: null });
    expect(linshi.income).toEqual(empty.income);
  });

  it('nothing is an answer, not known is none', () => {
    expect(sections('dibao', { monthIncomeFen: 0 }).income).toMatchObject({ none: true, entries: [] });
    expect(sections('dibao', { monthIncomeFen: null }).income).toEqual(empty.income);
    expect(sections('rigidExpenditure', { expensesYearFen: 0 }).expenses).toMatchObject({ none: true });
    expect(sections('rigidExpenditure', { expensesYearFen: null }).expenses).toEqual(empty.expenses);
    expect(sections('tekun', { supporters: 'unable' }).supporters).toEqual(empty.supporters);
    expect(sections('linshi', { emergency: null }).emergency).toEqual(empty.emergency);
    const untold = { happened: false, urgent: true, requestedFen: 5 };
    expect(sections('linshi', { emergency: untold }).emergency).toEqual(empty.emergency);
    expect(sections('dibao', { householdSize: 2 }).livesAlone).toBe(false);
    const healthy = sections('dibao', { health: 'healthy', disability: null });
    expect(healthy.identity?.sources).toEqual({});
  });
});
