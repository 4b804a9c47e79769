import { assessKind } from '../eligibility/assess-kind.ts';
import type { LocalAmounts } from '../rules/local-amounts.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { formatYuanWithUnit } from '../values/fen.ts';
import type { IsoDate } from '../values/iso-date.ts';
import type { AssistanceKind } from './application.ts';
import { peopleOf, type DraftSections } from './forms.ts';
import { kindFactsOf } from './kind-facts.ts';
import { tasksOf, type TaskName } from './kind-tasks.ts';

/** What a draft was begun under; null where it is not known any more. */
export interface DraftTerms {
  ruleSet: Pick<RuleSet, 'id' | 'title' | 'clocks' | 'notice' | 'wholeCase'> | null;
  amounts: LocalAmounts | null;
}

export interface ChangedLine {
  label: string;
  before: string;
  after: string;
}

export interface DraftChanges {
  /** Titles, when another one is in force now. */
  ruleSet: { before: string; after: string } | null;
  amounts: { before: string; after: string } | null;
  periods: ChangedLine[];
  figures: ChangedLine[];
  /** What the arithmetic finds by the old amounts and by the new; empty when that is the same or cannot be said. */
  results: ChangedLine[];
  /** Asked now and not when the draft was begun. */
  newTasks: TaskName[];
}

/** What is different since a draft was begun, in words for the clerk; null when nothing is (A draft waits, rules do not). */
export function draftChanges(
  kind: AssistanceKind,
  sections: DraftSections,
  begun: DraftTerms,
  now: { ruleSet: NonNullable<DraftTerms['ruleSet']>; amounts: LocalAmounts },
  today: IsoDate,
): DraftChanges | null {
  const { origin } = sections;
  const otherRules = begun.ruleSet?.id !== now.ruleSet.id;
  const otherAmounts = origin.amountsId !== null && origin.amountsId !== now.amounts.id;
  const newTasks = origin.tasks.length > 0 ? tasksOf(kind).filter((t) => !origin.tasks.includes(t)) : [];
  if (!otherRules && !otherAmounts && newTasks.length === 0) return null;
  const unknown = '不知道的旧版本';
  const facts = otherAmounts ? begun.amounts : null;
  return {
    ruleSet: otherRules ? { before: begun.ruleSet?.title ?? unknown, after: now.ruleSet.title } : null,
    amounts: otherAmounts ? { before: begun.amounts?.title ?? unknown, after: now.amounts.title } : null,
    periods: otherRules && begun.ruleSet ? changed(periodsOf(begun.ruleSet), periodsOf(now.ruleSet)) : [],
    figures: facts ? changed(figuresOf(facts), figuresOf(now.amounts)) : [],
    results: facts
      ? changed(resultOf(kind, sections, facts, today), resultOf(kind, sections, now.amounts, today))
      : [],
    newTasks,
  };
}

type Labelled = readonly (readonly [label: string, text: string | null])[];
const NONE = '没有规定';

function changed(before: Labelled, after: Labelled): ChangedLine[] {
  const old = new Map(before);
  const labels = [...new Set([...before, ...after].map(([label]) => label))];
  const next = new Map(after);
  return labels.flatMap((label) => {
    const [a, b] = [old.get(label) ?? NONE, next.get(label) ?? NONE];
    return a === b ? [] : [{ label, before: a, after: b }];
  });
}

const workingDays = (days: number | null): string | null => (days === null ? null : `${days} 个工作日`);

const periodsOf = ({ clocks, notice, wholeCase }: NonNullable<DraftTerms['ruleSet']>): Labelled => [
  ['多久告诉您是否受理', workingDays(clocks.accept.workingDays)],
  ['受理后多久开始调查', workingDays(clocks.survey.workingDays)],
  ['受理后多久提出初审意见', workingDays(clocks.review.workingDays)],
  ['区里多久作出决定', workingDays(clocks.district.workingDays)],
  ['决定后多久告诉您', workingDays(clocks.inform.workingDays)],
  ['公示多少天', `${notice.days} 天`],
  ['公示时间算不算在内', notice.pausesCaseClock ? '不算' : '算'],
  ['全程多久办完', workingDays(wholeCase.workingDays)],
  ['最多延长到', workingDays(wholeCase.extendedWorkingDays)],
];

const yuan = (fen: number | undefined): string | null => (fen === undefined ? null : formatYuanWithUnit(fen));
const percent = (value: number | undefined): string | null => (value === undefined ? null : `${value}%`);

const figuresOf = ({ tekun, increments, dibaoBands, ...amounts }: LocalAmounts): Labelled => [
  ['低保标准，每人每月', yuan(amounts.standardFen)],
  ['边缘家庭标准，是低保标准的', percent(amounts.marginPercent)],
  ['上年人均可支配收入', yuan(amounts.disposableIncomeYearFen)],
  ['必需支出占收入的比例', percent(amounts.rigidRatioPercent)],
  [
    '低保按档发放',
    dibaoBands
      ? dibaoBands.map((b) => `低于 ${yuan(b.belowPerCapitaFen)} 每人 ${yuan(b.perPersonFen)}`).join('；')
      : null,
  ],
  [
    '老年人增发',
    increments?.elderly ? `满 ${increments.elderly.fromAge} 岁 ${increments.elderly.percent}%` : null,
  ],
  ['未成年人增发', percent(increments?.minorPercent)],
  ['重度残疾人增发', percent(increments?.severeDisabilityPercent)],
  ['重病患者增发', percent(increments?.seriousIllnessPercent)],
  ['特困基本生活标准', yuan(tekun?.basicFen)],
  ['照料护理标准（具备自理能力）', yuan(tekun?.careFen.able)],
  ['照料护理标准（部分丧失）', yuan(tekun?.careFen.partial)],
  ['照料护理标准（完全丧失）', yuan(tekun?.careFen.unable)],
  ['临时救助一次最多', yuan(amounts.linshiCapFen)],
  ['先行救助最多', yuan(amounts.linshiFirstGrantFen)],
];

const states = { met: '符合', notMet: '不符合', open: '还要核实' } as const;

function resultOf(
  kind: AssistanceKind,
  sections: DraftSections,
  amounts: LocalAmounts,
  today: IsoDate,
): Labelled {
  const assessed = assessKind(
    kind,
    kindFactsOf({ ...sections, members: peopleOf(sections) }, today),
    amounts,
  );
  if (!assessed.ok) return [];
  const { conditions, amount } = assessed.value;
  return [
    ...conditions.map(({ code, state }) => [conditionNames[code] ?? code, states[state]] as const),
    [
      '可能领到',
      amount
        ? `${amount.per === 'month' ? '每月' : '一次'} ${formatYuanWithUnit(amount.fen)}`
        : '不发钱或者还算不出来',
    ],
  ];
}

/** Labels without figures: those of the conditions carry the line they are held against. */
export const conditionNames: Record<string, string> = {
  income: '收入',
  property: '财产',
  ratio: '必需支出的比例',
  capacity: '劳动能力',
  supporters: '义务人',
  event: '遇到的困难',
};
