import type { LocalAmounts } from '../rules/local-amounts.ts';
import { fail, ok, type Result } from '../values/result.ts';
import {
  moneyLine,
  outcomeOf,
  propertyCondition,
  type Assessed,
  type Condition,
  type KindFacts,
} from './assessment.ts';
import { assessDibao, type DibaoFailure } from './dibao.ts';

export interface RigidAssessed extends Assessed {
  /** 分 a year, before costs and deductions: what the spending is compared with. */
  incomeYearFen: number;
  expensesFen: number;
}

const SOURCE = '《社会救助法》第二十二条';

/**
 * 刚性支出: per-capita income of a year below last year's disposable income, and the rigid spending of 12 months above the
 * local share of the household's whole income (L §22). Both strictly: at the line is not above, nor below. Spending out of no income is above any
 * share. Deductions of the 低保 arithmetic are left out: the same spending would count twice.
 */
export function assessRigid(facts: KindFacts, amounts: LocalAmounts): Result<RigidAssessed, DibaoFailure> {
  const { members, propertyComplies } = facts;
  const income = { ...facts.income, rigidDeductionFen: 0 };
  const reckoned = assessDibao({ ...income, memberCount: members.length, propertyComplies }, amounts);
  if (!reckoned.ok) return reckoned;
  const { formula } = reckoned.value;
  const perYear = 12 / formula.basisMonths;
  const netYearFen = formula.sumFen * perYear;
  const incomeYearFen =
    perYear * formula.terms.reduce((sum, term) => sum + (term.sign > 0 ? term.amountFen : 0), 0);
  const { none = false, entries = [] } = facts.expenses ?? {};
  const expensesFen = none ? 0 : entries.reduce((sum, { amountFen }) => sum + amountFen, 0);
  if (![expensesFen * 100, incomeYearFen * 300, netYearFen].every(Number.isSafeInteger))
    return fail('eligibility.amount');
  const perCapitaYearFen = Math.floor(netYearFen / members.length);
  const limitFen = amounts.disposableIncomeYearFen;
  const ratio = amounts.rigidRatioPercent;
  const conditions: Condition[] = [
    {
      code: 'income',
      label: '人均年收入低于上年人均可支配收入',
      state: netYearFen < limitFen * members.length ? 'met' : 'notMet',
      found: `人均一年 ${moneyLine('', perCapitaYearFen).text}，上年人均可支配收入 ${moneyLine('', limitFen).text}`,
      source: SOURCE,
    },
    propertyCondition(propertyComplies, SOURCE),
    ratioCondition(expensesFen, incomeYearFen, ratio, facts.expenses !== undefined),
  ];
  return ok({
    ...{ outcome: outcomeOf(conditions), conditions, incomeYearFen, expensesFen },
    lines: [
      moneyLine('家庭一年的总收入', incomeYearFen),
      { label: '共同生活的人数', text: `${members.length} 人` },
      moneyLine('人均一年（减去就业成本后）', perCapitaYearFen),
      moneyLine('上年人均可支配收入', limitFen),
      moneyLine('近 12 个月的必需支出', expensesFen),
      { label: '必需支出占总收入', text: shareText(expensesFen, incomeYearFen) },
    ],
    amount: null,
  });
}

function ratioCondition(
  expensesFen: number,
  incomeYearFen: number,
  percent: number | undefined,
  asked: boolean,
): Condition {
  const share = shareText(expensesFen, incomeYearFen);
  const above = percent !== undefined && expensesFen * 100 > incomeYearFen * percent;
  const open = percent === undefined || !asked;
  return {
    code: 'ratio',
    label: percent === undefined ? '必需支出超过当地规定的比例' : `必需支出超过总收入的 ${percent}%`,
    state: open ? 'open' : above ? 'met' : 'notMet',
    found: !asked ? '还没有问' : percent === undefined ? `占 ${share}；当地比例还没有设` : `占 ${share}`,
    source: SOURCE,
  };
}

/** Rounded down to a tenth of a percent, so that a share at the line never reads as above it. */
function shareText(expensesFen: number, incomeYearFen: number): string {
  if (incomeYearFen === 0) return expensesFen > 0 ? '没有收入，支出超过收入' : '0%';
  const tenths = Math.floor((expensesFen * 1000) / incomeYearFen);
  return `${tenths / 10}%`;
}
