import type { LocalAmounts } from '../rules/local-amounts.ts';
import { ok, type Result } from '../values/result.ts';
import { dibaoAmount } from './amount.ts';
import {
  moneyLine,
  outcomeOf,
  propertyCondition,
  type Assessed,
  type Condition,
  type FormulaLine,
  type KindFacts,
} from './assessment.ts';
import { assessDibao, type DibaoAssessment, type DibaoFailure } from './dibao.ts';
import { severelyDisabled, seriouslyIll } from './person-state.ts';

export interface DibaoAssessed extends Assessed {
  dibao: DibaoAssessment;
  /** 单人户保: who in a 边缘家庭 may be taken in alone (L §21, N §8). */
  singlePersonIds: string[];
}

/** 低保: income below the standard and property in order (L §18), with the amount by difference or by band. */
export function assessDibaoKind(
  facts: KindFacts,
  amounts: LocalAmounts,
): Result<DibaoAssessed, DibaoFailure> {
  const reckoned = reckon(facts, amounts);
  if (!reckoned.ok) return reckoned;
  const dibao = reckoned.value;
  const singlePersonIds = singlePersons(facts, dibao);
  const conditions = [
    incomeCondition(dibao.belowStandard, dibao.perCapitaFen, dibao.standardFen, '低保标准', '第十八条'),
    propertyCondition(facts.propertyComplies, '《社会救助法》第十八条'),
  ];
  const amount = dibaoAmount(dibao, facts.members, amounts, facts.today);
  return ok({
    ...{ outcome: outcomeOf(conditions), conditions, amount, dibao, singlePersonIds },
    lines: perCapitaLines(dibao),
  });
}

/** 低保边缘: a status; income below the higher line (L §21). It pays nothing each month. */
export function assessMargin(facts: KindFacts, amounts: LocalAmounts): Result<DibaoAssessed, DibaoFailure> {
  const reckoned = reckon(facts, amounts);
  if (!reckoned.ok) return reckoned;
  const dibao = reckoned.value;
  const conditions = [
    incomeCondition(
      dibao.belowMarginLine,
      dibao.perCapitaFen,
      dibao.marginLineFen,
      '边缘家庭标准',
      '第二十一条',
    ),
    propertyCondition(facts.propertyComplies, '《社会救助法》第二十一条'),
  ];
  return ok({
    ...{ outcome: outcomeOf(conditions), conditions, amount: null, dibao },
    singlePersonIds: singlePersons(facts, dibao),
    lines: [
      ...perCapitaLines(dibao),
      moneyLine(`边缘家庭标准（低保标准的 ${amounts.marginPercent}%）`, dibao.marginLineFen),
    ],
  });
}

const reckon = (facts: KindFacts, amounts: LocalAmounts) =>
  assessDibao(
    { ...facts.income, memberCount: facts.members.length, propertyComplies: facts.propertyComplies },
    amounts,
  );

function incomeCondition(
  below: boolean,
  perCapitaFen: number,
  lineFen: number,
  line: string,
  article: string,
): Condition {
  const found = `人均一个月 ${moneyLine('', perCapitaFen).text}，${line} ${moneyLine('', lineFen).text}`;
  return {
    code: 'income',
    label: `人均收入低于${line}`,
    state: below ? 'met' : 'notMet',
    found,
    source: `《社会救助法》${article}`,
  };
}

/** Countable income term by term, then per head. */
export function perCapitaLines({
  formula,
  members,
  countableFen,
  perCapitaFen,
  standardFen,
}: DibaoAssessment) {
  const span = formula.basisMonths === 12 ? '一年' : '一个月';
  const terms = formula.terms
    .filter(({ amountFen }) => amountFen !== 0)
    .map(({ label, sign, amountFen }) =>
      moneyLine(`${sign < 0 ? '减去 ' : ''}${label}（${span}）`, amountFen),
    );
  return [
    ...terms,
    moneyLine('家庭一个月的收入', countableFen),
    { label: '共同生活的人数', text: `${members} 人` } satisfies FormulaLine,
    moneyLine('人均一个月', perCapitaFen),
    moneyLine('低保标准', standardFen),
  ];
}

function singlePersons(
  { members }: KindFacts,
  { belowStandard, belowMarginLine }: DibaoAssessment,
): string[] {
  if (belowStandard || !belowMarginLine) return [];
  return members.filter((member) => severelyDisabled(member) || seriouslyIll(member)).map(({ id }) => id);
}
