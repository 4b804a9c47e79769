import { formatYuanWithUnit } from '../values/fen.ts';
import type { Disability, HealthState } from '../application/person.ts';
import type { IncomeEntry } from './income.ts';

/** What the rules of a kind look at. Applicant first; figures as stated, or as verified when the town reckons again. */
export interface KindFacts {
  today: string;
  members: readonly FactMember[];
  income: StatedIncome;
  /** null: not known yet. */
  propertyComplies: boolean | null;
  supporters?: { none: boolean; people: readonly Supporter[] } | undefined;
  /** true: does it alone; an item left out: not known. */
  selfCare?: Partial<Record<string, boolean>> | undefined;
  /** 分 of the last 12 months. */
  expenses?: { none: boolean; entries: readonly { amountFen: number }[] } | undefined;
  emergency?: { urgent: boolean | null; requestedFen: number } | undefined;
}

export interface FactMember {
  id: string;
  /** ISO day; empty while it is not known. */
  birth: string;
  health: HealthState;
  disability: Disability | null;
}

export interface Supporter {
  able: boolean | null;
  consent: boolean | null;
}

export interface StatedIncome {
  incomes: readonly IncomeEntry[];
  employmentCostFen: number;
  rigidDeductionFen: number;
  farmHousehold: boolean;
}

/** One thing the rule asks for, with what was found and the article that asks. */
export interface Condition {
  code: string;
  label: string;
  state: 'met' | 'notMet' | 'open';
  /** What was found, in plain words. */
  found: string;
  source: string;
}

/** One printed line: a label and its value; `amountFen` when the value is money. */
export interface FormulaLine {
  label: string;
  text: string;
  amountFen?: number;
}

export interface AssessedAmount {
  per: 'month' | 'once';
  fen: number;
  lines: FormulaLine[];
  source: string;
}

/** The outcome hangs on the conditions alone: one not met, none; one open, open. Nothing here refuses an application. */
export interface Assessed {
  outcome: 'met' | 'notMet' | 'open';
  conditions: Condition[];
  lines: FormulaLine[];
  /** What would be paid if the open conditions turn out met; null when the kind pays nothing or the amount is not set. */
  amount: AssessedAmount | null;
}

export const outcomeOf = (conditions: readonly Condition[]): Assessed['outcome'] => {
  if (conditions.some(({ state }) => state === 'notMet')) return 'notMet';
  return conditions.some(({ state }) => state === 'open') ? 'open' : 'met';
};

export const moneyLine = (label: string, amountFen: number): FormulaLine => ({
  label,
  amountFen,
  text: formatYuanWithUnit(amountFen),
});

/** Property is only known after the survey; the same words for every kind that asks for it. */
export const propertyCondition = (complies: boolean | null, source: string): Condition => ({
  code: 'property',
  label: '财产符合当地规定',
  state: complies === null ? 'open' : complies ? 'met' : 'notMet',
  found: complies === null ? '要等核对财产以后才知道' : complies ? '符合' : '不符合',
  source,
});
