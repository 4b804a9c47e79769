import { z } from 'zod';
import { addDays, diffDays, IsoDate, weekday } from '../values/iso-date.ts';
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
  if (until <= after) return ok(0);
  const first = addDays(after, 1);
  let count = 0;
  for (let year = Number(first.slice(0, 4)); year <= Number(until.slice(0, 4)); year += 1) {
    const sums = workedBy(calendar, String(year));
    if (!sums) return fail('calendar.unpublished', { year });
    const january = `${year}-01-01`;
    const from = first > january ? diffDays(january, first) : 0;
    const to = until < `${year}-12-31` ? diffDays(january, until) + 1 : sums.length - 1;
    count += (sums[to] ?? 0) - (sums[from] ?? 0);
  }
  return ok(count);
}

const sumsOf = new WeakMap<WorkCalendar, Map<string, number[]>>();

/** Working days of a published year before its n-th day (n from 0): thousands of cases are counted by subtraction. */
function workedBy(calendar: WorkCalendar, year: string): readonly number[] | null {
  if (!calendar[year]) return null;
  const known = sumsOf.get(calendar) ?? new Map<string, number[]>();
  sumsOf.set(calendar, known);
  const before = known.get(year);
  if (before) return before;
  const sums = [0];
  for (let day = `${year}-01-01`; day.startsWith(year); day = addDays(day, 1)) {
    const working = isWorkingDay(calendar, day);
    sums.push((sums.at(-1) ?? 0) + (working.ok && working.value ? 1 : 0));
  }
  known.set(year, sums);
  return sums;
}
