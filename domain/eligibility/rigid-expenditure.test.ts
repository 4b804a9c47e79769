import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoAmounts } from '../rules/shipped.ts';
import { assessKind } from './assess-kind.ts';
import { assessed, earning, facts, printed, someone, states } from './testing.ts';

const spent = (...fen: number[]) => ({ none: false, entries: fen.map((amountFen) => ({ amountFen })) });
const rigid = (
  expenses: ReturnType<typeof spent> | undefined,
  fen: number,
  more: Parameters<typeof facts>[0] = {},
) => assessed('rigidExpenditure', facts({ expenses, ...more }, fen > 0 ? [earning(fen)] : []));

describe('刚性支出', () => {
  it('needs income below last year’s disposable income and spending above the local share, both strictly', () => {
    // 1,000.00 a month is 12,000.00 a year; 60 % of it 7,200.00.
    expect(rigid(spent(700_000, 20_001), 100_000)).toMatchObject({ outcome: 'met', amount: null });
    expect(states(rigid(spent(720_000), 100_000))).toEqual({
      income: 'met',
      property: 'met',
      ratio: 'notMet',
    });
    expect(states(rigid(spent(9_999_999), 399_999))).toMatchObject({ income: 'met' });
    expect(states(rigid(spent(9_999_999), 400_000))).toMatchObject({ income: 'notMet' });
    expect(rigid(spent(720_001), 100_000, { propertyComplies: null }).outcome).toBe('open');
  });

  it('is shared by the household', () => {
    const members = [someone(), someone({ id: 'm2' })];
    expect(states(rigid(spent(1), 799_999, { members }))).toMatchObject({ income: 'met' });
    expect(states(rigid(spent(1), 800_000, { members }))).toMatchObject({ income: 'notMet' });
    expect(rigid(spent(1), 100_000, { members }).conditions[0]).toMatchObject({
      label: '人均年收入低于上年人均可支配收入',
      found: '人均一年 6,000.00 元，上年人均可支配收入 48,000.00 元',
    });
  });

  it('compares spending with the whole income: costs do not make it smaller, deductions count for neither', () => {
    const income = { incomes: [earning(100_000)], employmentCostFen: 20_000, rigidDeductionFen: 90_000 };
    const result = assessed(
      'rigidExpenditure',
      facts({ expenses: spent(720_000), income: { ...income, farmHousehold: false } }),
    );
    expect(states(result)).toMatchObject({ ratio: 'notMet' });
    expect(printed(result.lines)).toEqual([
      '家庭一年的总收入=12,000.00 元',
      '共同生活的人数=1 人',
      '人均一年（减去就业成本后）=9,600.00 元',
      '上年人均可支配收入=48,000.00 元',
      '近 12 个月的必需支出=7,200.00 元',
      '必需支出占总收入=60%',
    ]);
    expect(result.conditions.map(({ found }) => found)).toEqual([
      '人均一年 9,600.00 元，上年人均可支配收入 48,000.00 元',
      '符合',
      '占 60%',
    ]);
    expect(result.conditions[2]?.label).toBe('必需支出超过总收入的 60%');
    expect(result.conditions.every(({ source }) => source === '《社会救助法》第二十二条')).toBe(true);
  });

  it('takes yearly income as it is', () => {
    const result = assessed(
      'rigidExpenditure',
      facts({ expenses: spent(720_001) }, [earning(1_200_000, 12)]),
    );
    expect(result.outcome).toBe('met');
    expect(printed(result.lines)[0]).toBe('家庭一年的总收入=12,000.00 元');
  });

  it('spending out of no income is above any share; spending nothing is not', () => {
    expect(rigid(spent(1), 0).conditions[2]).toMatchObject({
      state: 'met',
      found: '占 没有收入，支出超过收入',
    });
    expect(rigid(spent(0), 0).conditions[2]).toMatchObject({ state: 'notMet', found: '占 0%' });
    const none = { none: true, entries: [{ amountFen: 999_999 }] };
    expect(rigid(none, 100_000).conditions[2]).toMatchObject({ state: 'notMet', found: '占 0%' });
  });

  it('a share at the line never reads as above it', () => {
    expect(rigid(spent(719_999), 100_000).conditions[2]).toMatchObject({
      state: 'notMet',
      found: '占 59.9%',
    });
  });

  it('stays open where nobody asked or the district has set no share', () => {
    expect(rigid(undefined, 100_000).conditions[2]).toMatchObject({ state: 'open', found: '还没有问' });
    const unset = { ...demoAmounts, rigidRatioPercent: undefined };
    const result = assessed(
      'rigidExpenditure',
      facts({ expenses: spent(900_000) }, [earning(100_000)]),
      unset,
    );
    expect(result.conditions[2]).toMatchObject({
      ...{ state: 'open', label: '必需支出超过当地规定的比例', found: '占 75%；当地比例还没有设' },
    });
  });

  it('refuses sums that a double cannot hold', () => {
    const huge = facts({ expenses: spent(2 ** 52) });
    expect(assessKind('rigidExpenditure', huge, demoAmounts)).toMatchObject({
      ...{ ok: false, failure: { code: 'eligibility.amount' } },
    });
    expect(assessKind('rigidExpenditure', facts({ members: [] }), demoAmounts)).toMatchObject({
      ...{ ok: false, failure: { code: 'eligibility.memberCount' } },
    });
  });

  it('spending more never ends it, earning more never begins it', () => {
    const nat = fc.nat({ max: 500_000 });
    fc.assert(
      fc.property(nat, nat, nat, (fen, spend, more) => {
        const base = rigid(spent(spend), fen).outcome;
        if (base === 'met') expect(rigid(spent(spend, more), fen).outcome).toBe('met');
        if (base === 'notMet') expect(rigid(spent(spend), fen + more).outcome).toBe('notMet');
      }),
    );
  });
});
