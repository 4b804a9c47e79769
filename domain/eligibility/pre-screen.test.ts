import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoAmounts } from '../rules/shipped.ts';
import { preScreen, preScreenFacts, type PreScreenAnswers } from './pre-screen.ts';
import { today } from './testing.ts';

const nothing: PreScreenAnswers = {
  ...{ age: null, householdSize: 1, monthIncomeFen: null, health: 'healthy', disability: null },
  ...{ supporters: null, expensesYearFen: null, emergency: null },
};
const screen = (more: Partial<PreScreenAnswers> = {}) =>
  preScreen({ ...nothing, ...more }, demoAmounts, today);
const hit = (kind: string, more: Partial<PreScreenAnswers> = {}) =>
  screen(more).find((one) => one.kind === kind)!;

describe('the pre-screen', () => {
  it('knows nothing yet: every kind is possible, nothing is reckoned as if there were no income', () => {
    const hits = screen();
    expect(hits.map(({ kind }) => kind).sort()).toEqual(
      ['dibao', 'dibaoMargin', 'linshi', 'rigidExpenditure', 'tekun'].sort(),
    );
    expect(new Set(hits.map(({ likelihood }) => likelihood))).toEqual(new Set(['possible']));
    expect(hit('dibao')).toMatchObject({
      ...{ why: ['还不知道，人均收入低于低保标准：还没有问'], lines: [] },
    });
  });

  it('points to 低保 below the standard, with amount, formula and source', () => {
    const { likelihood, why, amount, lines, sources } = hit('dibao', {
      monthIncomeFen: 135_000,
      householdSize: 3,
    });
    expect(likelihood).toBe('likely');
    expect(why).toEqual(['符合，人均收入低于低保标准：人均一个月 450.00 元，低保标准 750.00 元']);
    expect(amount?.fen).toBe(90_000);
    expect(lines[0]).toMatchObject({ label: '其他收入（一个月）', text: '1,350.00 元' });
    expect(lines.map(({ text }) => text)).toContain('450.00 元');
    expect(sources).toEqual(['《社会救助法》第十八条']);
  });

  it('at the standard it is the 边缘家庭, above both lines neither, and still to be applied for', () => {
    const at = { monthIncomeFen: 75_000 };
    expect([hit('dibao', at).likelihood, hit('dibaoMargin', at).likelihood]).toEqual(['unlikely', 'likely']);
    expect(hit('dibao', at).why[0]).toMatch(/^看来不符合，/);
    const over = { monthIncomeFen: 112_500 };
    expect(hit('dibaoMargin', over).likelihood).toBe('unlikely');
    const below = hit('dibaoMargin', { monthIncomeFen: 10 });
    expect([below.likelihood, below.why.at(-1)]).toEqual(['possible', '收入低于低保标准，先看低保']);
    expect(hit('dibaoMargin', at).why).toHaveLength(1);
  });

  it('no income said as 0 is an answer', () => {
    expect(hit('dibao', { monthIncomeFen: 0 })).toMatchObject({
      likelihood: 'likely',
      amount: { fen: 75_000 },
    });
  });

  it('points to 特困 only with age or disability, no income and nobody to support', () => {
    const old = { age: 76, monthIncomeFen: 0, supporters: 'none' as const };
    expect(hit('tekun', old).likelihood).toBe('likely');
    expect(hit('tekun', old).why.at(-1)).toMatch(/没有义务人$/);
    expect(hit('tekun', { ...old, supporters: 'unable' }).likelihood).toBe('likely');
    expect(hit('tekun', { ...old, supporters: 'able' }).likelihood).toBe('unlikely');
    expect(hit('tekun', { ...old, supporters: null }).likelihood).toBe('possible');
    expect(hit('tekun', { ...old, age: 59 }).likelihood).toBe('unlikely');
    expect(hit('tekun', { ...old, age: 60 }).likelihood).toBe('likely');
    expect(hit('tekun', { ...old, age: 15 }).likelihood).toBe('likely');
    expect(hit('tekun', { ...old, age: 16 }).likelihood).toBe('unlikely');
    expect(hit('tekun', { ...old, age: 40, disability: { kind: 1, grade: 1 } }).likelihood).toBe('likely');
    expect(hit('tekun', { ...old, householdSize: 2 }).likelihood).toBe('possible');
  });

  it('points to 刚性支出 by the share, once both sums are known', () => {
    const income = { monthIncomeFen: 200_000 };
    expect(hit('rigidExpenditure', { ...income, expensesYearFen: 1_440_001 }).likelihood).toBe('likely');
    expect(hit('rigidExpenditure', { ...income, expensesYearFen: 1_440_000 }).likelihood).toBe('unlikely');
    expect(hit('rigidExpenditure', income)).toMatchObject({ likelihood: 'possible' });
    expect(hit('rigidExpenditure', { expensesYearFen: 1 })).toMatchObject({ likelihood: 'possible' });
    expect(hit('rigidExpenditure', { ...income, expensesYearFen: 5 }).why[1]).toMatch(/占 0%$/);
    expect(hit('rigidExpenditure', income).why).toContain('还不知道，必需支出超过总收入的 60%：还没有问');
  });

  it('puts 临时救助 first when something has happened, and says what may be granted at once', () => {
    const fire = { emergency: { happened: true, urgent: true, requestedFen: 120_000 } };
    const [first] = screen({ ...fire, monthIncomeFen: 999_999 });
    expect(first).toMatchObject({
      kind: 'linshi',
      likelihood: 'likely',
      amount: { fen: 120_000, per: 'once' },
    });
    expect(first?.lines.map(({ label }) => label)).toEqual(['情况紧急，可以先行救助（不超过 1,500.00 元）']);
    const none = { emergency: { happened: false, urgent: true, requestedFen: 5 } };
    expect(hit('linshi', none)).toMatchObject({ likelihood: 'unlikely', amount: null });
  });

  it('says so when the numbers cannot be reckoned with', () => {
    expect(hit('dibao', { monthIncomeFen: 2 ** 52 })).toEqual({
      ...{ kind: 'dibao', likelihood: 'possible', why: ['数字太大，算不出来'] },
      ...{ lines: [], amount: null, sources: [] },
    });
  });

  it('gives the age a day of birth that has that age today, leap days included', () => {
    const birth = (age: number, day: string) => preScreenFacts({ ...nothing, age }, day).members[0]?.birth;
    expect(birth(60, today)).toBe('1966-03-10');
    expect(birth(1, '2028-02-29')).toBe('2027-02-28');
    expect(preScreenFacts({ ...nothing, householdSize: 0 }, today).members).toHaveLength(1);
    const two = preScreenFacts({ ...nothing, householdSize: 3, health: 'weak' }, today).members;
    expect(two.map(({ id, birth: b, health }) => [id, b, health])).toEqual([
      ['asking', '', 'weak'],
      ['other-0', '', 'healthy'],
      ['other-1', '', 'healthy'],
    ]);
  });

  it('never leaves a kind out, and lists the likeliest first', () => {
    const rank = { likely: 0, possible: 1, unlikely: 2 };
    fc.assert(
      fc.property(
        fc.record({
          age: fc.option(fc.nat(110)),
          householdSize: fc.integer({ min: 1, max: 9 }),
          monthIncomeFen: fc.option(fc.nat(1_000_000)),
          expensesYearFen: fc.option(fc.nat(5_000_000)),
          supporters: fc.constantFrom('none', 'unable', 'able', null),
        }),
        (more) => {
          const hits = screen(more);
          expect(new Set(hits.map(({ kind }) => kind)).size).toBe(5);
          const ranks = hits.map(({ likelihood }) => rank[likelihood]);
          expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
          for (const { why } of hits) expect(why.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});
