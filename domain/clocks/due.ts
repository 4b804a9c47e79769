import {
  addWorkingDays,
  periodEnd,
  workingDaysBetween,
  type WorkCalendar,
} from '../calendar/work-calendar.ts';
import { addDays, type IsoDate } from '../values/iso-date.ts';

/** A date, not started yet (or no such period in the rule set), or not computable until the year's calendar is published. */
export type DueDate = IsoDate | 'calendar.unpublished' | null;
export type DayCount = number | 'calendar.unpublished' | null;

export const UNPUBLISHED = 'calendar.unpublished';

/** `days` working days after `start`; the day of the event is not counted (《民法典》第二百零一条). */
export function dueAfter(calendar: WorkCalendar, start: IsoDate | null, days: number | null): DueDate {
  if (start === null || days === null) return null;
  const due = addWorkingDays(calendar, start, days);
  return due.ok ? due.value : UNPUBLISHED;
}

/** A public notice: `rawEnd` before it moves to a working day, and what ended it early. */
export interface Notice {
  posted: IsoDate;
  rawEnd: IsoDate;
  ends: DueDate;
  objected: IsoDate | null;
}

export function noticeFrom(calendar: WorkCalendar, posted: IsoDate, days: number): Notice {
  const end = periodEnd(calendar, posted, days);
  return { posted, rawEnd: addDays(posted, days), ends: end.ok ? end.value : UNPUBLISHED, objected: null };
}

/** Days d with `after` < d ≤ `until` do not count for the case clock; `until` null: end not computable. */
export interface Pause {
  after: IsoDate;
  until: IsoDate | null;
  /** Certainly still paused up to and including this day. */
  atLeastUntil: IsoDate;
}

/** A notice pauses until it ends or somebody objects, whichever comes first. */
export function pauseOf({ posted, rawEnd, ends, objected }: Notice): Pause {
  const end = ends === UNPUBLISHED ? null : ends;
  const last = end ?? rawEnd;
  if (objected !== null && objected <= last)
    return { after: posted, until: objected, atLeastUntil: objected };
  return { after: posted, until: end, atLeastUntil: last };
}

/** `total` working days after `start`, leaving out the pauses (oldest first, not overlapping). */
export function dueWithPauses(
  calendar: WorkCalendar,
  start: IsoDate,
  total: number,
  pauses: readonly Pause[],
): DueDate {
  let from = start;
  let left = total;
  for (const pause of pauses) {
    const straight = addWorkingDays(calendar, from, left);
    if (straight.ok && straight.value <= pause.after) return straight.value;
    const used = workingDaysBetween(calendar, from, pause.after);
    if (!used.ok || pause.until === null) return UNPUBLISHED;
    left -= used.value;
    from = pause.until;
  }
  return dueAfter(calendar, from, left);
}

/** Working days used after `start` up to and including `until`, no earlier than the last posting; pauses left out. */
export function usedWithPauses(
  calendar: WorkCalendar,
  start: IsoDate,
  until: IsoDate,
  pauses: readonly Pause[],
): DayCount {
  let from = start;
  let used = 0;
  for (const pause of pauses) {
    const before = workingDaysBetween(calendar, from, pause.after);
    if (!before.ok) return UNPUBLISHED;
    used += before.value;
    if (until <= pause.atLeastUntil) return used;
    if (pause.until === null) return UNPUBLISHED;
    from = pause.until;
  }
  const rest = workingDaysBetween(calendar, from, until);
  return rest.ok ? used + rest.value : UNPUBLISHED;
}
