import { z } from 'zod';

const DAY_MS = 86_400_000;
/** China keeps UTC+8 the whole year since 1992, long before the first record of this program. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

function toDayNumber(date: IsoDate): number {
  if (!isIsoDate(date)) throw new RangeError(`not an ISO date: ${date}`);
  return Date.parse(date) / DAY_MS;
}

function fromDayNumber(day: number): IsoDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** True for 'YYYY-MM-DD' of a day that exists (2025-02-29 does not). */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-(0[1-9]|1[0-2])-\d{2}$/.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return day >= 1 && day <= daysIn(year, month);
}

/** Reckoned instead of formatted and compared: every event and every period asks it. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** A calendar day in Asia/Shanghai, 'YYYY-MM-DD'. Strings of this shape compare in order of time. */
export const IsoDate = z.string().refine(isIsoDate, { error: 'date.invalid' });
export type IsoDate = z.infer<typeof IsoDate>;

export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function diffDays(from: IsoDate, to: IsoDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(date: IsoDate): number {
  return (((toDayNumber(date) + 4) % 7) + 7) % 7;
}

/** The day in Asia/Shanghai on which an ISO instant falls. */
export function shanghaiDate(instantIso: string): IsoDate {
  const ms = Date.parse(instantIso);
  if (Number.isNaN(ms)) throw new RangeError(`not an ISO instant: ${instantIso}`);
  return fromDayNumber(Math.floor((ms + SHANGHAI_OFFSET_MS) / DAY_MS));
}

/** '2026年3月10日 周二' */
export function formatChinese(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日 周${WEEKDAYS[weekday(date)]}`;
}

/** Whole years lived on `today` by somebody born on `birth`; a birthday counts from its own day. */
export function ageOn(birth: IsoDate, today: IsoDate): number {
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  return today.slice(5) < birth.slice(5) ? years - 1 : years;
}
