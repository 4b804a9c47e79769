import type { TownPickUps } from '../pick-ups/pick-up-report.ts';
import {
  caseFigures,
  dayCounter,
  type CaseFacts,
  type CaseFigures,
  type FiguresSetting,
} from './case-figures.ts';
import { spreadOf } from './spread.ts';
import type { AreaFigures, Spread, SupervisedCase, SupervisionReport } from './supervision-report.ts';

export interface Area {
  code: string;
  name: string;
}

/** Recipients of a place who have to be certified this quarter, and those who are. */
export interface CertificationNumbers {
  areaCode: string;
  due: number;
  done: number;
}

export interface SupervisionQuestion extends Omit<FiguresSetting, 'daysBetween'> {
  area: Area;
  /** The towns of a district, the villages of a town; none for a village. */
  parts: readonly Area[];
  /** Those of the area. */
  cases: readonly CaseFacts[];
  /** Null: not known here. */
  pickUps: readonly TownPickUps[] | null;
  certification: readonly CertificationNumbers[] | null;
}

/** What heads of towns and the district look at (九龙坡民政〔2023〕251号·督导): counts by place, never a name. */
export function supervise(question: SupervisionQuestion): SupervisionReport {
  const { area, parts, from, to, today } = question;
  const setting = { ...question, daysBetween: dayCounter(question.calendar) };
  const figures = question.cases.map((each) => caseFigures(each, setting));
  const within = (part: Area): CaseFigures[] =>
    figures.filter(({ case: { villageCode, townCode } }) =>
      (villageCode.startsWith(townCode) ? villageCode : townCode).startsWith(part.code),
    );
  const grouped = parts.map((part) => ({ part, figures: within(part) }));
  const placed = new Set(grouped.flatMap((group) => group.figures));
  const elsewhere = figures.filter((each) => !placed.has(each));
  const areas = grouped.map((group) => areaFigures(group.part, group.figures, question));
  if (parts.length > 0 && elsewhere.length > 0)
    areas.push(areaFigures({ code: '', name: '其他' }, elsewhere, question));
  const cases = parts.length === 0 ? listOf(figures) : [];
  return { from, to, today, total: areaFigures(area, figures, question), areas, cases };
}

function areaFigures(
  area: Area,
  figures: readonly CaseFigures[],
  question: SupervisionQuestion,
): AreaFigures {
  const open = figures.filter((each) => each.open);
  const count = (has: (each: CaseFigures) => boolean): number => figures.filter(has).length;
  const onTime = count(({ visit }) => visit === 'onTime');
  const overdue = count(({ visit }) => visit === 'overdue');
  return {
    // By name: a place may carry more than that.
    code: area.code,
    name: area.name,
    open: open.length,
    claimed: open.filter((each) => each.case.claimedBy !== null).length,
    openByStep: tally(open.map((each) => each.case.step)),
    overdueCases: count((each) => each.overdue.length > 0),
    overdue: tally(figures.flatMap((each) => each.overdue)),
    dueUnknown: count((each) => each.dueUnknown),
    unreadable: count((each) => !each.readable),
    submitted: count((each) => each.submitted),
    decided: count((each) => each.decided),
    timeInStep: timeInStep(figures),
    wholeCase: spreadOf(figures.flatMap(({ wholeCase }) => (wholeCase === undefined ? [] : [wholeCase]))),
    visits: {
      households: onTime + overdue,
      onTime,
      overdue,
      dueInPeriod: count((each) => each.visitInPeriod),
    },
    certification: certificationOf(area, question.certification),
    pickUps: pickUpsOf(area, question.pickUps),
  };
}

/** How often each occurs. */
function tally<K extends string>(keys: readonly K[]): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

function timeInStep(figures: readonly CaseFigures[]): AreaFigures['timeInStep'] {
  const days = new Map<string, (number | null)[]>();
  for (const span of figures.flatMap((each) => each.spans)) {
    const list = days.get(span.step) ?? [];
    list.push(span.days);
    days.set(span.step, list);
  }
  return Object.fromEntries([...days].map(([step, list]): [string, Spread] => [step, spreadOf(list)]));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

function certificationOf(
  { code }: Area,
  numbers: readonly CertificationNumbers[] | null,
): AreaFigures['certification'] {
  const own = code === '' ? [] : (numbers?.filter(({ areaCode }) => areaCode.startsWith(code)) ?? []);
  if (own.length === 0) return null;
  return { due: sum(own.map(({ due }) => due)), done: sum(own.map(({ done }) => done)) };
}

/** Towns pick up, villages do not. */
function pickUpsOf({ code }: Area, towns: readonly TownPickUps[] | null): AreaFigures['pickUps'] {
  const own = code === '' ? [] : (towns?.filter(({ townCode }) => townCode.startsWith(code)) ?? []);
  if (own.length === 0) return null;
  return {
    days: sum(own.map(({ days }) => days.length)),
    short: sum(own.map(({ missing }) => missing.length)),
    count: sum(own.map(({ days, onDaysOff }) => sum(days.map((each) => each.count)) + onDaysOff)),
  };
}

function listOf(figures: readonly CaseFigures[]): SupervisedCase[] {
  return figures
    .filter(({ open, visit }) => open || visit === 'overdue')
    .map(({ case: facts, overdue, visit }) => {
      const { caseId, caseCode, kind, step, submittedOn, claimedBy } = facts;
      const visitOverdue = visit === 'overdue';
      return {
        caseId,
        caseCode,
        kind,
        step,
        submittedOn,
        overdue,
        visitOverdue,
        claimed: claimedBy !== null,
      };
    })
    .sort((a, b) => lateness(b) - lateness(a) || (a.submittedOn < b.submittedOn ? -1 : 1));
}

const lateness = ({ overdue, visitOverdue }: SupervisedCase): number => overdue.length + Number(visitOverdue);
