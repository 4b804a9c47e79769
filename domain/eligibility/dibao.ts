import type { LocalAmounts } from '../rules/local-amounts.ts';
import { fail, ok, type Failure, type Result } from '../values/result.ts';
import {
  excludedIncomeTitles,
  formulaTerms,
  type ExcludedIncome,
  type IncomeEntry,
  type TermCode,
} from './income.ts';

export interface DibaoInput {
  incomes: readonly IncomeEntry[];
  /** 分 a month. */
  employmentCostFen: number;
  /** 分 a month. */
  rigidDeductionFen: number;
  memberCount: number;
  /** Farm households count the last 12 months, others the month before the application. */
  farmHousehold: boolean;
  /** null: not known yet. */
  propertyComplies: boolean | null;
}

export type DibaoFailure = Failure<'eligibility.memberCount' | 'eligibility.amount'>;

/** Every line of the calculation, to be printed as it stands; amounts in 分 over `basisMonths`. */
export interface DibaoFormula {
  /** 12 when anything is counted over a year: then all terms are of 12 months and the sum is divided by 12. */
  basisMonths: 1 | 12;
  terms: { code: TermCode; label: string; sign: 1 | -1; amountFen: number }[];
  excluded: { reason: ExcludedIncome; label: string; amountFen: number }[];
  /** Sum of the terms; a negative sum counts as 0. */
  sumFen: number;
  source: string;
}

export interface DibaoAssessment {
  formula: DibaoFormula;
  members: number;
  /** The household's countable income a month, rounded down to 分. */
  countableFen: number;
  /** Rounded down to 分: below the standard on paper exactly when it is below in truth. */
  perCapitaFen: number;
  standardFen: number;
  /** Strictly below: at the standard is not eligible (L §18). */
  belowStandard: boolean;
  marginLineFen: number;
  belowMarginLine: boolean;
  propertyComplies: boolean | null;
  /** `undetermined`: income fits, property not known yet. */
  outcome: 'dibao' | 'dibaoMargin' | 'none' | 'undetermined';
  /** standard × members − countable, 分 a month; 0 unless income is below the standard. */
  supplementFen: number;
  amountsId: string;
  /** A farm household's income stated for one month only; 12 months are asked for. */
  periodWarnings: { memberId: string; kind: string }[];
}

const SOURCE = '《社会救助法》第十八条；《重庆市最低生活保障条例》第十二条';

/**
 * 低保 per-capita arithmetic. Exact integers throughout: comparisons use the unrounded sum; the amount is rounded
 * once, at the end, up to a whole 分 (in the resident's favour, so a household below the standard never gets 0).
 */
export function assessDibao(input: DibaoInput, amounts: LocalAmounts): Result<DibaoAssessment, DibaoFailure> {
  const { memberCount: members, employmentCostFen, rigidDeductionFen } = input;
  if (!Number.isSafeInteger(members) || members < 1) return fail('eligibility.memberCount', { members });
  const stated = [employmentCostFen, rigidDeductionFen, ...input.incomes.map((entry) => entry.amountFen)];
  if (stated.some((fen) => !isAmount(fen))) return fail('eligibility.amount');

  const formula = dibaoFormula(input);
  const months = formula.basisMonths;
  const limit = amounts.standardFen * members * months;
  if (![...formula.terms.map((term) => term.amountFen), limit * 300].every(Number.isSafeInteger)) {
    return fail('eligibility.amount');
  }
  const sum = formula.sumFen;
  const belowStandard = sum < limit;
  const belowMarginLine = sum * 100 < limit * amounts.marginPercent;
  const countableFen = Math.floor(sum / months);
  return ok({
    formula,
    members,
    countableFen,
    perCapitaFen: Math.floor(sum / (months * members)),
    standardFen: amounts.standardFen,
    belowStandard,
    marginLineFen: Math.floor((amounts.standardFen * amounts.marginPercent) / 100),
    belowMarginLine,
    propertyComplies: input.propertyComplies,
    outcome: outcomeOf(belowStandard, belowMarginLine, input.propertyComplies),
    supplementFen: belowStandard ? amounts.standardFen * members - countableFen : 0,
    amountsId: amounts.id,
    periodWarnings: input.incomes
      .filter((entry) => input.farmHousehold && entry.periodMonths === 1 && !entry.excluded)
      .map(({ memberId, kind }) => ({ memberId, kind })),
  });
}

/** Far above any household (10 billion 元), far below where doubles lose 分. */
const isAmount = (fen: number) => Number.isSafeInteger(fen) && fen >= 0 && fen <= 1_000_000_000_000;

/** The terms alone; they hang on what the household stated, not on any amount a district sets. */
export function dibaoFormula(input: Omit<DibaoInput, 'memberCount' | 'propertyComplies'>): DibaoFormula {
  const counted = input.incomes.filter((entry) => !entry.excluded);
  const yearly = input.farmHousehold || counted.some((entry) => entry.periodMonths === 12);
  const basisMonths = yearly ? 12 : 1;
  const inBasis = (entry: IncomeEntry) => (entry.amountFen * basisMonths) / entry.periodMonths;
  const given: Partial<Record<TermCode, number>> = {
    employmentCost: input.employmentCostFen * basisMonths,
    rigidDeduction: input.rigidDeductionFen * basisMonths,
  };
  const terms = formulaTerms.map(({ code, label, sign, kinds }) => ({
    code,
    label,
    sign,
    amountFen:
      given[code] ??
      counted.filter((entry) => kinds.includes(entry.kind)).reduce((sum, entry) => sum + inBasis(entry), 0),
  }));
  const sum = terms.reduce((total, term) => total + term.sign * term.amountFen, 0);
  const excluded = input.incomes.flatMap(({ excluded: reason, amountFen }) =>
    reason ? [{ reason, label: excludedIncomeTitles[reason], amountFen }] : [],
  );
  return { basisMonths, terms, excluded, sumFen: Math.max(0, sum), source: SOURCE };
}

function outcomeOf(
  belowStandard: boolean,
  belowMarginLine: boolean,
  propertyComplies: boolean | null,
): DibaoAssessment['outcome'] {
  if (!belowMarginLine || propertyComplies === false) return 'none';
  if (propertyComplies === null) return 'undetermined';
  return belowStandard ? 'dibao' : 'dibaoMargin';
}
