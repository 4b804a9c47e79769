import type { AssistanceKind } from '../application/application.ts';
import { workingDaysBetween, type WorkCalendar } from '../calendar/work-calendar.ts';
import { caseClock, type CaseClock } from '../clocks/case-clock.ts';
import { readHistory, type RawHistory } from '../clocks/history.ts';
import { closedSteps, receivingSteps, type Step } from '../process/steps.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { IsoDate } from '../values/iso-date.ts';
import type { SupervisedClock } from './supervision-report.ts';
import { stepSpans } from './step-spans.ts';

/** What is known of a case without anything about persons. */
export interface CaseFacts {
  caseId: string;
  caseCode: string;
  kind: AssistanceKind;
  townCode: string;
  villageCode: string;
  step: Step;
  /** Oldest first. */
  history: RawHistory;
  claimedBy: string | null;
  nextVisitDue: IsoDate | null;
  submittedOn: IsoDate;
  /** The rules it runs under. */
  rules: RuleSet;
}

export interface FiguresSetting {
  calendar: WorkCalendar;
  from: IsoDate;
  to: IsoDate;
  today: IsoDate;
  /** Working days after `from` up to `to`; null where a year's calendar is not published. See `dayCounter`. */
  daysBetween: (from: IsoDate, to: IsoDate) => number | null;
}

/** One case, reckoned once; `null` in days: not computable without the calendar of a year. */
export interface CaseFigures {
  case: CaseFacts;
  open: boolean;
  overdue: SupervisedClock[];
  dueUnknown: boolean;
  readable: boolean;
  submitted: boolean;
  decided: boolean;
  /** Stays in a step that ended within the period, in working days. */
  spans: { step: Step; days: number | null }[];
  /** Working days from acceptance to a decision within the period; undefined: none. */
  wholeCase: number | null | undefined;
  visit: 'none' | 'onTime' | 'overdue';
  visitInPeriod: boolean;
}

export function caseFigures(facts: CaseFacts, setting: FiguresSetting): CaseFigures {
  const { calendar, today } = setting;
  const process = facts.rules.processes[facts.kind];
  const notice = process?.notice ?? true;
  const open = isOpen(facts, process?.grant === 'once');
  const inPeriod = (day: IsoDate): boolean => day >= setting.from && day <= setting.to;
  const decidedOn = facts.history.findLast(([kind]) => kind === 'confirmed' || kind === 'refused')?.[1];
  const decided = decidedOn !== undefined && inPeriod(decidedOn);
  // Most cases of a district are long settled: their clocks are not asked for anything.
  const asked = open || decided;
  const read = asked ? caseClock(calendar, facts.rules, facts.history, today, facts.kind) : null;
  const clock = read?.ok ? read.value : null;
  const moved = facts.history.some(([, day]) => inPeriod(day));
  const spans = moved ? (stepSpans(facts.history, { notice }) ?? []) : [];
  return {
    case: facts,
    open,
    overdue: open && clock ? overdueClocks(clock, facts.step, today) : [],
    dueUnknown: open && clock !== null && Object.values(clock.due).includes('calendar.unpublished'),
    readable: asked ? clock !== null : readHistory(facts.history, { notice }).ok,
    submitted: inPeriod(facts.submittedOn),
    decided,
    spans: spans
      .filter(({ to }) => inPeriod(to))
      .map(({ step, from, to }) => ({ step, days: setting.daysBetween(from, to) })),
    wholeCase: decided ? wholeCaseDays(clock) : undefined,
    ...visitOf(facts, setting),
  };
}

/** Somebody still has to act: not closed, not simply receiving, and one-off help not yet announced. */
function isOpen({ step }: CaseFacts, once: boolean): boolean {
  if (closedSteps.includes(step) || step === 'REGISTERED') return false;
  return !(once && step === 'PUBLISHED');
}

function overdueClocks(clock: CaseClock, step: Step, today: IsoDate): SupervisedClock[] {
  const late: SupervisedClock[] = clock.warnings
    .filter(({ level }) => level === 'overdue')
    .map(({ clock: name }) => name);
  const { inform } = clock;
  const told =
    step !== 'CONFIRMED' || inform === null || inform === 'calendar.unpublished' || inform >= today;
  return told ? late : [...late, 'inform'];
}

/** A case without acceptance on record was granted first and has no such time. */
function wholeCaseDays(clock: CaseClock | null): number | null | undefined {
  const used = clock?.usedWorkingDays ?? undefined;
  return used === 'calendar.unpublished' ? null : used;
}

/** Counts working days between two days and remembers them: thousands of cases share a few hundred pairs. */
export function dayCounter(calendar: WorkCalendar): FiguresSetting['daysBetween'] {
  const known = new Map<string, number | null>();
  return (from, to) => {
    const key = `${from} ${to}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const counted = workingDaysBetween(calendar, from, to);
    const days = counted.ok ? counted.value : null;
    known.set(key, days);
    return days;
  };
}

function visitOf(
  { step, nextVisitDue }: CaseFacts,
  { from, to, today }: FiguresSetting,
): Pick<CaseFigures, 'visit' | 'visitInPeriod'> {
  if (nextVisitDue === null || !receivingSteps.includes(step)) return { visit: 'none', visitInPeriod: false };
  const visitInPeriod = nextVisitDue >= from && nextVisitDue <= to;
  return { visit: nextVisitDue < today ? 'overdue' : 'onTime', visitInPeriod };
}
