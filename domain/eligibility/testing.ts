import { demoAmounts } from '../rules/shipped.ts';
import type { LocalAmounts } from '../rules/local-amounts.ts';
import { assessKind, type KindAssessment } from './assess-kind.ts';
import type { FactMember, KindFacts } from './assessment.ts';
import type { IncomeEntry } from './income.ts';

export const today = '2026-03-10';

export const someone = (more: Partial<FactMember> = {}): FactMember => ({
  ...{ id: 'm1', birth: '1980-05-05', health: 'healthy', disability: null },
  ...more,
});

export const earning = (amountFen: number, periodMonths: 1 | 12 = 1): IncomeEntry => ({
  ...{ memberId: 'm1', kind: 'wage', amountFen, periodMonths, excluded: null },
});

/** One person of 45 with nothing; the money is of the household, in 分. */
export const facts = (more: Partial<KindFacts> = {}, incomes: IncomeEntry[] = []): KindFacts => ({
  ...{ today, members: [someone()], propertyComplies: true },
  income: { incomes, employmentCostFen: 0, rigidDeductionFen: 0, farmHousehold: false },
  ...more,
});

export function assessed(
  kind: KindAssessment['kind'],
  given: KindFacts,
  amounts: LocalAmounts = demoAmounts,
): KindAssessment {
  const result = assessKind(kind, given, amounts);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

/** `code: state` of every condition. */
export const states = ({ conditions }: KindAssessment): Record<string, string> =>
  Object.fromEntries(conditions.map(({ code, state }) => [code, state]));

/** `label=text` of printed lines. */
export const printed = (lines: readonly { label: string; text: string }[]): string[] =>
  lines.map(({ label, text }) => `${label}=${text}`);
