import { describe, expect, it } from 'vitest';
import { assessForm } from '../../../domain/application/facts.ts';
import { IncomeForm } from '../../../domain/application/forms.ts';
import { demoAmounts } from '../../../domain/rules/shipped.ts';
import { newId } from '../../new-id.ts';
import { formulaLines } from './formula-lines.ts';

const lines = (income: IncomeForm, members: number) => {
  const assessed = assessForm(income, members, demoAmounts);
  if (!assessed.ok) throw new Error(assessed.failure.code);
  return formulaLines(assessed.value).map(({ label, value }) => `${label} ${value}`);
};
const entry = (over: object) => ({
  id: newId(),
  memberId: newId(),
  kind: 'wage',
  amountFen: 150_000,
  periodMonths: 1,
  excluded: null,
  ...over,
});

describe('the printed arithmetic', () => {
  it('prints the demo household: 3 members, 1,350.00 countable', () => {
    const income = IncomeForm.parse({ entries: [entry({})], employmentCostFen: 15_000 });
    expect(lines(income, 3)).toEqual([
      '＋ 工资性收入 1,500.00',
      '－ 就业成本 150.00',
      '每月可计收入 1,350.00 元',
      '÷ 3 人，每人每月 450.00 元',
      '低保标准，每人每月 750.00 元',
    ]);
  });
  it('says that a year is counted and divided by 12', () => {
    const income = IncomeForm.parse({
      farmHousehold: true,
      entries: [entry({ kind: 'farming', amountFen: 1_200_000, periodMonths: 12 })],
    });
    expect(lines(income, 1).slice(0, 2)).toEqual([
      '＋ 经营净收入（12 个月） 12,000.00',
      '合计 ÷ 12，每月可计收入 1,000.00 元',
    ]);
  });
  it('shows what does not count, in brackets', () => {
    const income = IncomeForm.parse({
      entries: [entry({ excluded: 'scholarship', kind: 'subsidy', amountFen: 50_000 })],
    });
    expect(lines(income, 1)).toContain('不计入：奖学金 （500.00）');
    expect(lines(income, 1)).toContain('每月可计收入 0.00 元');
  });
});
