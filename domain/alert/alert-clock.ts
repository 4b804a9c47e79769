import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { dueAfter, type DueDate } from '../clocks/due.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { IsoDate } from '../values/iso-date.ts';
import type { AlertState } from './alert-state.ts';

interface Setting {
  calendar: WorkCalendar;
  ruleSet: RuleSet;
}

/** Somebody is named or has accepted: 交办到人. */
export const inHand = ({ step, holder }: AlertState): boolean =>
  step === 'ACCEPTED' || (step === 'ASSIGNED' && holder.accountId !== null);

/**
 * What is due next. Until somebody has it in hand: the rule set's followUp clock (2 working days, 九龙坡民政〔2023〕251号)
 * from the day it was raised, returned or escalated; passing it on between desks does not start it anew. Then: the
 * day by which the assigner wants the report. Null once reported: nothing is closed by a clock.
 */
export function alertDue(state: AlertState, { calendar, ruleSet }: Setting): DueDate {
  if (state.step === 'REPORTED' || state.step === 'CLOSED') return null;
  if (inHand(state)) return state.reportBy;
  return dueAfter(calendar, state.waitingSince, ruleSet.clocks.followUp.workingDays);
}

/** Overdue from the day after the due date on. It is shown and may be escalated; it decides nothing by itself. */
export function alertOverdue(state: AlertState, setting: Setting, today: IsoDate): boolean {
  return isPast(alertDue(state, setting), today);
}

/** False for a date that does not exist or cannot be computed yet. */
export const isPast = (due: DueDate, today: IsoDate): boolean =>
  due !== null && due !== 'calendar.unpublished' && due < today;

/** For supervision: whether the first person had it in hand in time; null while that is open or not computable. */
export function inHandInTime(
  { raisedOn, inHandOn }: AlertState,
  { calendar, ruleSet }: Setting,
  today: IsoDate,
): boolean | null {
  const due = dueAfter(calendar, raisedOn, ruleSet.clocks.followUp.workingDays);
  if (due === null || due === 'calendar.unpublished') return null;
  if (inHandOn === null) return due < today ? false : null;
  return inHandOn <= due;
}
