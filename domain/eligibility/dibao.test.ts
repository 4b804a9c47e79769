import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoAmounts } from '../rules/shipped.ts';
import { assessDibao, type DibaoAssessment, type DibaoInput } from './dibao.ts';
import type { ExcludedIncome, IncomeEntry, IncomeKind } from './income.ts';

const income = (
  kind: IncomeKind,
  amountFen: number,
  periodMonths: 1 | 12 = 1,
  excluded: ExcludedIncome | null = null,
): IncomeEntry => ({ memberId: 'm1', kind, amountFen, periodMonths, excluded });

const household = (incomes: IncomeEntry[], more: Partial<DibaoInput> = {}): DibaoInput => ({
  incomes,
  employmentCostFen: 0,
  rigidDeductionFen: 0,
  memberCount: 3,
  farmHousehold: false,
  propertyComplies: true,
  ...more,
});

function assess(input: DibaoInput): DibaoAssessment {
  const result = assessDibao(input, demoAmounts);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

describe('assessDibao', () => {
  it('three members with 1,350.00 元 get 900.00 元 a month (fictional standard 750.00)', () => {
    expect(assess(household([income('wage', 135_000)]))).toMatchObject({
      countableFen: 135_000,
      perCapitaFen: 45_000,
      belowStandard: true,
      outcome: 'dibao',
      supplementFen: 90_000,
      marginLineFen: 112_500,
      formula: { basisMonths: 1, sumFen: 135_000 },
      amountsId: 'amounts-demo',
    });
  });

  it('is strict: at the standard, and at the margin line, one is not below', () => {
    const perCapita = (fen: number) => assess(household([income('pension', fen)], { memberCount: 1 }));
    expect(perCapita(74_999)).toMatchObject({ outcome: 'dibao', supplementFen: 1 });
    expect(perCapita(75_000)).toMatchObject({
      belowStandard: false,
      outcome: 'dibaoMargin',
      supplementFen: 0,
    });
    expect(perCapita(112_499).outcome).toBe('dibaoMargin');
    expect(perCapita(112_500)).toMatchObject({ belowMarginLine: false, outcome: 'none' });
  });

  it('prints every term: wages less the cost of work, business, property, transfers, less rigid spending', () => {
    const { formula, countableFen } = assess(
      household(
        [
          income('wage', 200_000),
          income('farming', 10_000),
          income('business', 20_000),
          income('landTransfer', 5_000),
          income('property', 1_000),
          income('pension', 30_000),
          income('support', 2_000),
          income('subsidy', 3_000),
          income('other', 400),
          income('subsidy', 50_000, 1, 'scholarship'),
        ],
        { employmentCostFen: 40_000, rigidDeductionFen: 60_000 },
      ),
    );
    expect(formula.terms.map(({ label, sign, amountFen }) => [label, sign * amountFen])).toEqual([
      ['工资性收入', 200_000],
      ['就业成本', -40_000],
      ['经营净收入', 30_000],
      ['财产净收入', 6_000],
      ['转移净收入', 35_000],
      ['其他收入', 400],
      ['刚性支出扣减', -60_000],
    ]);
    expect(countableFen).toBe(171_400);
    expect(formula.excluded).toEqual([{ reason: 'scholarship', label: '奖学金', amountFen: 50_000 }]);
    expect(formula.source).toContain('第十二条');
  });

  it('counts a farm household over 12 months and asks for 12 months', () => {
    const farm = assess(
      household([income('farming', 1_000_001, 12), income('wage', 50_000)], {
        farmHousehold: true,
        employmentCostFen: 100,
      }),
    );
    expect(farm.formula).toMatchObject({ basisMonths: 12, sumFen: 1_000_001 + 600_000 - 1_200 });
    expect(farm).toMatchObject({ countableFen: 133_233, perCapitaFen: 44_411, supplementFen: 91_767 });
    const monthly = assess(household([income('wage', 50_000)], { farmHousehold: true }));
    expect(monthly.formula).toMatchObject({ basisMonths: 12, sumFen: 600_000 });
    expect(farm.periodWarnings).toEqual([{ memberId: 'm1', kind: 'wage' }]);
  });

  it('compares before it rounds: a twelfth of a 分 below the standard is below', () => {
    const standardYear = demoAmounts.standardFen * 12;
    expect(assess(household([income('farming', standardYear - 1, 12)], { memberCount: 1 }))).toMatchObject({
      perCapitaFen: 74_999,
      outcome: 'dibao',
      supplementFen: 1,
    });
    expect(assess(household([income('farming', standardYear, 12)], { memberCount: 1 })).belowStandard).toBe(
      false,
    );
  });

  it('never counts less than nothing', () => {
    expect(assess(household([income('wage', 100)], { rigidDeductionFen: 999 }))).toMatchObject({
      countableFen: 0,
      supplementFen: 225_000,
    });
  });

  it('property decides with income; not known yet is said so', () => {
    const incomes = [income('wage', 135_000)];
    expect(assess(household(incomes, { propertyComplies: false })).outcome).toBe('none');
    expect(assess(household(incomes, { propertyComplies: null })).outcome).toBe('undetermined');
    expect(assess(household([income('wage', 999_999)], { propertyComplies: null })).outcome).toBe('none');
  });

  it.each<[string, DibaoInput, string]>([
    ['nobody', household([], { memberCount: 0 }), 'eligibility.memberCount'],
    ['half a person', household([], { memberCount: 1.5 }), 'eligibility.memberCount'],
    ['a negative amount', household([income('wage', -1)]), 'eligibility.amount'],
    ['a fraction of a 分', household([income('wage', 0.5)]), 'eligibility.amount'],
    ['a negative cost', household([], { employmentCostFen: -1 }), 'eligibility.amount'],
    ['more than doubles hold', household([income('wage', 2 ** 52)]), 'eligibility.amount'],
  ])('refuses %s', (_, input, code) => {
    expect(assessDibao(input, demoAmounts)).toMatchObject({ ok: false, failure: { code } });
  });
});

const anyIncome: fc.Arbitrary<IncomeEntry> = fc.record({
  memberId: fc.constantFrom('m1', 'm2'),
  kind: fc.constantFrom<IncomeKind>(
    'wage',
    'farming',
    'business',
    'property',
    'landTransfer',
    'pension',
    'support',
    'other',
  ),
  amountFen: fc.nat({ max: 300_000 }),
  periodMonths: fc.constantFrom<1 | 12>(1, 12),
  excluded: fc.constantFrom<ExcludedIncome | null>(null, null, 'governmentAid'),
});
const anyHousehold: fc.Arbitrary<DibaoInput> = fc.record({
  incomes: fc.array(anyIncome, { maxLength: 8 }),
  employmentCostFen: fc.nat({ max: 50_000 }),
  rigidDeductionFen: fc.nat({ max: 50_000 }),
  memberCount: fc.integer({ min: 1, max: 8 }),
  farmHousehold: fc.boolean(),
  propertyComplies: fc.constantFrom(true, false, null),
});

describe('every household', () => {
  it('is assessed alike in whatever order its income is written down', () => {
    const shuffled = anyHousehold.chain((input) =>
      fc.tuple(
        fc.constant(input),
        fc.shuffledSubarray([...input.incomes], { minLength: input.incomes.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([input, incomes]) => {
        const [first, second] = [assess(input), assess({ ...input, incomes })];
        expect(second.formula.terms).toEqual(first.formula.terms);
        expect(second.supplementFen).toBe(first.supplementFen);
        expect(second.outcome).toBe(first.outcome);
      }),
    );
  });

  it('never gets more for earning more, nor less for spending more', () => {
    fc.assert(
      fc.property(anyHousehold, anyIncome, fc.nat({ max: 50_000 }), (input, more, spent) => {
        const base = assess(input);
        const earning = assess({ ...input, incomes: [...input.incomes, more] });
        const spending = assess({ ...input, rigidDeductionFen: input.rigidDeductionFen + spent });
        expect(earning.supplementFen).toBeLessThanOrEqual(base.supplementFen);
        expect(spending.supplementFen).toBeGreaterThanOrEqual(base.supplementFen);
        if (more.excluded) expect(earning.supplementFen).toBe(base.supplementFen);
      }),
    );
  });

  it('has an amount exactly when income is below the standard, whole 分, and the printed lines add up', () => {
    fc.assert(
      fc.property(anyHousehold, (input) => {
        const result = assess(input);
        expect(result.supplementFen > 0).toBe(result.belowStandard);
        expect(result.perCapitaFen < result.standardFen).toBe(result.belowStandard);
        expect(Number.isSafeInteger(result.supplementFen)).toBe(true);
        if (result.belowStandard) {
          expect(result.supplementFen + result.countableFen).toBe(result.standardFen * result.members);
        }
        expect(result.formula.terms.every((term) => Number.isSafeInteger(term.amountFen))).toBe(true);
      }),
    );
  });
});
