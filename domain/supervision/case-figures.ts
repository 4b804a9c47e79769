import type { AssistanceKind } from '../application/application.ts';
import { workingDaysBetween, type WorkCalendar } from '../calendar/work-calendar.ts';
import { caseClock, type CaseClock } from '../clocks/case-clock.ts';
import type { RawHistory } from '../clocks/history.ts';
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
  const read = caseClock(calendar, facts.rules, facts.history, today, facts.kind);
  const clock = read.ok ? read.value : null;
  const spans = stepSpans(facts.history, { notice: process?.notice ?? true }) ?? [];
  const open = isOpen(facts, process?.grant === 'once');
  const inPeriod = (day: IsoDate): boolean => day >= setting.from && day <= setting.to;
  const decidedOn = facts.history.findLast(([kind]) => kind === 'confirmed' || kind === 'refused')?.[1];
  const decided = decidedOn !== undefined && inPeriod(decidedOn);
  return {
    case: facts,
    open,
    overdue: open && clock ? overdueClocks(clock, facts.step, today) : [],
    dueUnknown: open && clock !== null && Object.values(clock.due).includes('calendar.unpublished'),
    readable: clock !== null,
    submitted: inPeriod(facts.submittedOn),
    decided,
    spans: spans
      .filter(({ to }) => inPeriod(to))
      .map(({ step, from, to }) => ({ step, days: daysBetween(calendar, from, to) })),
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

function daysBetween(calendar: WorkCalendar, from: IsoDate, to: IsoDate): number | null {
  const days = workingDaysBetween(calendar, from, to);
  return days.ok ? days.value : null;
}

function visitOf(
  { step, nextVisitDue }: CaseFacts,
  { from, to, today }: FiguresSetting,
): Pick<CaseFigures, 'visit' | 'visitInPeriod'> {
  if (nextVisitDue === null || !receivingSteps.includes(step)) return { visit: 'none', visitInPeriod: false };
  const visitInPeriod = nextVisitDue >= from && nextVisitDue <= to;
  return { visit: nextVisitDue < today ? 'overdue' : 'onTime', visitInPeriod };
}
