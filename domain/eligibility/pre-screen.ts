import type { AssistanceKind } from '../application/application.ts';
import type { Disability, HealthState } from '../application/person.ts';
import type { LocalAmounts } from '../rules/local-amounts.ts';
import { addDays, type IsoDate } from '../values/iso-date.ts';
import { assessKind, type KindAssessment } from './assess-kind.ts';
import type { Condition, FormulaLine, KindFacts } from './assessment.ts';

/** A few questions anybody can answer on the spot; null: not answered, or does not know. */
export interface PreScreenAnswers {
  /** Whole years of the person who needs help. */
  age: number | null;
  householdSize: number;
  /** 分 a month of the whole household. */
  monthIncomeFen: number | null;
  health: HealthState;
  disability: Disability | null;
  /** Children, parents or others liable by law. */
  supporters: 'none' | 'unable' | 'able' | null;
  /** 分 of the last 12 months spent out of pocket on illness, school, rehabilitation. */
  expensesYearFen: number | null;
  emergency: { happened: boolean; urgent: boolean; requestedFen: number } | null;
}

export interface PreScreenHit {
  kind: AssistanceKind;
  /** `unlikely` is no refusal: it may be applied for all the same. */
  likelihood: 'likely' | 'possible' | 'unlikely';
  /** What speaks for it or against, in plain words. */
  why: string[];
  lines: FormulaLine[];
  amount: KindAssessment['amount'];
  sources: string[];
}

const order = ['linshi', 'tekun', 'dibao', 'dibaoMargin', 'rigidExpenditure'] as const;
const rank = { likely: 0, possible: 1, unlikely: 2 } as const;

/**
 * Which kinds of assistance these answers point to, the likeliest first; every kind is in the list, since nobody is refused
 * here. Reckoned by the same rules as an application. Property is not asked: it is found by the survey.
 */
export function preScreen(answers: PreScreenAnswers, amounts: LocalAmounts, today: IsoDate): PreScreenHit[] {
  const hits = order.map((kind) => hitOf(kind, answers, amounts, today));
  const dibao = hits.find(({ kind }) => kind === 'dibao');
  const ordered = hits.map((hit) =>
    // Below the lower line there is more to be had than the status of the higher one.
    hit.kind === 'dibaoMargin' && hit.likelihood === 'likely' && dibao?.likelihood === 'likely'
      ? { ...hit, likelihood: 'possible' as const, why: [...hit.why, '收入低于低保标准，先看低保'] }
      : hit,
  );
  return ordered.toSorted((a, b) => rank[a.likelihood] - rank[b.likelihood]);
}

function hitOf(
  kind: AssistanceKind,
  answers: PreScreenAnswers,
  amounts: LocalAmounts,
  today: IsoDate,
): PreScreenHit {
  const assessed = assessKind(kind, preScreenFacts(answers, today), amounts);
  if (!assessed.ok)
    return {
      kind,
      likelihood: 'possible',
      why: ['数字太大，算不出来'],
      lines: [],
      amount: null,
      sources: [],
    };
  const { lines, amount } = assessed.value;
  const conditions = assessed.value.conditions.map((one) => unknownAsOpen(one, answers));
  const known = conditions.filter(({ code }) => code !== 'property');
  return {
    kind,
    likelihood: likelihoodOf(kind, known, answers),
    why: known.map(({ label, state, found }) => `${marks[state]}${label}：${found}`),
    lines: answers.monthIncomeFen === null && kind !== 'linshi' ? [] : lines,
    amount,
    sources: [...new Set(conditions.map(({ source }) => source))],
  };
}

const marks = { met: '符合，', notMet: '看来不符合，', open: '还不知道，' } as const;

/** Income nobody told is not an income of nothing. */
function unknownAsOpen(
  condition: Condition,
  { monthIncomeFen, expensesYearFen }: PreScreenAnswers,
): Condition {
  const untold =
    (condition.code === 'income' && monthIncomeFen === null) ||
    (condition.code === 'ratio' && (monthIncomeFen === null || expensesYearFen === null));
  return untold ? { ...condition, state: 'open', found: '还没有问' } : condition;
}

function likelihoodOf(
  kind: AssistanceKind,
  known: readonly Condition[],
  { emergency }: PreScreenAnswers,
): PreScreenHit['likelihood'] {
  if (kind === 'linshi') return emergency === null ? 'possible' : emergency.happened ? 'likely' : 'unlikely';
  if (known.some(({ state }) => state === 'notMet')) return 'unlikely';
  return known.every(({ state }) => state === 'met') ? 'likely' : 'possible';
}

/** The answers as facts of a household of which only one person is known. */
export function preScreenFacts(answers: PreScreenAnswers, today: IsoDate): KindFacts {
  const { age, householdSize, monthIncomeFen, health, disability, emergency, expensesYearFen } = answers;
  const birth = age === null ? '' : bornFor(age, today);
  const others = Array.from({ length: Math.max(1, householdSize) - 1 }, (_, i) => ({
    ...{ id: `other-${i}`, birth: '', disability: null },
    health: 'healthy' as const,
  }));
  return {
    today,
    members: [{ id: 'asking', birth, health, disability }, ...others],
    income: {
      incomes: monthIncomeFen
        ? [{ memberId: 'asking', kind: 'other', amountFen: monthIncomeFen, periodMonths: 1, excluded: null }]
        : [],
      employmentCostFen: 0,
      rigidDeductionFen: 0,
      farmHousehold: false,
    },
    propertyComplies: null,
    supporters: supportersOf(answers.supporters),
    ...(expensesYearFen === null
      ? {}
      : { expenses: { none: false, entries: [{ amountFen: expensesYearFen }] } }),
    ...(emergency?.happened
      ? { emergency: { urgent: emergency.urgent, requestedFen: emergency.requestedFen } }
      : {}),
  };
}

function supportersOf(said: PreScreenAnswers['supporters']): KindFacts['supporters'] {
  if (said === null) return undefined;
  if (said === 'none') return { none: true, people: [] };
  return { none: false, people: [{ able: said === 'able', consent: true }] };
}

/** A day on which somebody of this age today may have been born: a year and a day more would be one year older. */
function bornFor(age: number, today: IsoDate): IsoDate {
  const year = String(Number(today.slice(0, 4)) - age).padStart(4, '0');
  const monthDay = today.slice(5) === '02-29' ? '02-28' : today.slice(5);
  return addDays(`${year}-${monthDay}`, 0);
}
