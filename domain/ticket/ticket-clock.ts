import { isPast } from '../alert/alert-clock.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { dueAfter, type DueDate } from '../clocks/due.ts';
import { addDays, type IsoDate } from '../values/iso-date.ts';
import type { TicketState } from './ticket-state.ts';

/** By when the person has to be answered: the ticket's own working days after it was received or reopened. Null once told. */
export function ticketDue({ step, since, limit }: TicketState, calendar: WorkCalendar): DueDate {
  return step === 'OPEN' ? dueAfter(calendar, since, limit.workingDays) : null;
}

/** Overdue from the day after on: shown first and escalated, never closed by it. */
export const ticketOverdue = (state: TicketState, calendar: WorkCalendar, today: IsoDate): boolean =>
  isPast(ticketDue(state, calendar), today);

/** The last day on which the person may have it taken up again; null before any answer. */
export function reopenUntil({ answers, reopenDays }: TicketState): IsoDate | null {
  const last = answers.at(-1);
  return last ? addDays(last.toldOn, reopenDays) : null;
}
