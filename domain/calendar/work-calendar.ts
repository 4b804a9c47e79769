import { z } from 'zod';
import { addDays, IsoDate, weekday } from '../values/iso-date.ts';
import { fail, ok, type Failure, type Result } from '../values/result.ts';

const Year = z.strictObject({
  /** The State Council's announcement. */
  paper: z.array(z.url()).min(1),
  off: z.array(IsoDate),
  work: z.array(IsoDate),
});

/** Published years: days off and the weekend days worked instead (调休). Data, so that it can be updated alone. */
export const WorkCalendar = z.record(z.string().regex(/^\d{4}$/), Year).superRefine((calendar, context) => {
  for (const [year, { off, work }] of Object.entries(calendar)) {
    for (const date of [...off, ...work]) {
      const wrong = !date.startsWith(year) ? 'calendar.otherYear' : null;
      if (wrong) context.addIssue({ code: 'custom', path: [year], message: wrong, input: date });
    }
    const both = work.find((date) => off.includes(date));
    if (both) context.addIssue({ code: 'custom', path: [year], message: 'calendar.bothOffAndWork' });
  }
});
export type WorkCalendar = z.infer<typeof WorkCalendar>;

export type CalendarFailure = Failure<'calendar.unpublished'>;

/** A year without a published calendar is `calendar.unpublished` with `{ year }`, never a guess by weekday. */
export function isWorkingDay(calendar: WorkCalendar, date: IsoDate): Result<boolean, CalendarFailure> {
  const year = calendar[date.slice(0, 4)];
  if (!year) return fail('calendar.unpublished', { year: Number(date.slice(0, 4)) });
  if (year.off.includes(date)) return ok(false);
  if (year.work.includes(date)) return ok(true);
  return ok(weekday(date) !== 0 && weekday(date) !== 6);
}

/** The first working day on or after `date` (《民法典》第二百零三条). */
export function nextWorkingDay(calendar: WorkCalendar, date: IsoDate): Result<IsoDate, CalendarFailure> {
  for (let day = date; ; day = addDays(day, 1)) {
    const working = isWorkingDay(calendar, day);
    if (!working.ok) return working;
    if (working.value) return ok(day);
  }
}

/** The n-th working day after `from`; `from` itself is not counted (《民法典》第二百零一条). n = 0 is `from`. */
export function addWorkingDays(
  calendar: WorkCalendar,
  from: IsoDate,
  n: number,
): Result<IsoDate, CalendarFailure> {
  let day = from;
  for (let left = n; left > 0; left -= 1) {
    const next = nextWorkingDay(calendar, addDays(day, 1));
    if (!next.ok) return next;
    day = next.value;
  }
  return ok(day);
}

/** The last day of a period of calendar days: a day off moves it to the next working day (《民法典》第二百零三条). */
export function periodEnd(
  calendar: WorkCalendar,
  from: IsoDate,
  days: number,
): Result<IsoDate, CalendarFailure> {
  return nextWorkingDay(calendar, addDays(from, days));
}

/** Working days d with `after` < d ≤ `until`; 0 when `until` is not later. */
export function workingDaysBetween(
  calendar: WorkCalendar,
  after: IsoDate,
  until: IsoDate,
): Result<number, CalendarFailure> {
  let count = 0;
  for (let day = addDays(after, 1); day <= until; day = addDays(day, 1)) {
    const working = isWorkingDay(calendar, day);
    if (!working.ok) return working;
    if (working.value) count += 1;
  }
  return ok(count);
}
