import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, diffDays } from '../values/iso-date.ts';
import { shippedCalendar as calendar } from './shipped-calendar.ts';
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  periodEnd,
  WorkCalendar,
  workingDaysBetween,
} from './work-calendar.ts';

const valueOf = <T>(result: { ok: true; value: T } | { ok: false }) => (result.ok ? result.value : 'failure');
/** A day of 2025–2026, far enough from the end that the periods below stay inside. */
const anyDay = fc.integer({ min: 0, max: 640 }).map((n) => addDays('2025-01-01', n));

describe('working days', () => {
  it.each([
    ['2025-01-26', true, 'Sunday worked for the Spring Festival'],
    ['2025-01-28', false, 'Tuesday off'],
    ['2025-10-11', true, 'Saturday worked'],
    ['2026-03-10', true, 'plain Tuesday'],
    ['2026-03-08', false, 'plain Sunday'],
  ])('%s: %s (%s)', (date, working) => {
    expect(isWorkingDay(calendar, date)).toEqual({ ok: true, value: working });
  });

  it('has as many working days as the two announcements leave', () => {
    expect(valueOf(workingDaysBetween(calendar, '2024-12-31', '2025-12-31'))).toBe(248);
    expect(valueOf(workingDaysBetween(calendar, '2025-12-31', '2026-12-31'))).toBe(248);
  });

  it('refuses a year that is not published, naming it', () => {
    const failure = { ok: false, failure: { code: 'calendar.unpublished', data: { year: 2027 } } };
    expect(isWorkingDay(calendar, '2027-01-04')).toEqual(failure);
    expect(addWorkingDays(calendar, '2026-12-15', 15)).toEqual(failure);
    expect(periodEnd(calendar, '2026-12-28', 7)).toEqual(failure);
    expect(workingDaysBetween(calendar, '2026-12-30', '2027-01-02')).toEqual(failure);
    expect(nextWorkingDay(calendar, '2024-12-31')).toMatchObject({ failure: { data: { year: 2024 } } });
  });

  it('moves the end of a period off a holiday (民法典 §203)', () => {
    expect(valueOf(periodEnd(calendar, '2025-09-29', 7))).toBe('2025-10-09');
    expect(valueOf(periodEnd(calendar, '2026-03-10', 7))).toBe('2026-03-17');
  });
});

describe('properties', () => {
  it('never land on a day off and grow with n', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 50 }), (from, n) => {
        const due = valueOf(addWorkingDays(calendar, from, n));
        expect(valueOf(isWorkingDay(calendar, due))).toBe(true);
        expect(due < valueOf(addWorkingDays(calendar, from, n + 1))).toBe(true);
        expect(valueOf(workingDaysBetween(calendar, from, due))).toBe(n);
      }),
    );
  });

  it('never make a later start due earlier', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 1, max: 20 }),
        (from, later, n) => {
          const day = addDays(from, later);
          expect(
            valueOf(addWorkingDays(calendar, from, n)) <= valueOf(addWorkingDays(calendar, day, n)),
          ).toBe(true);
          const end = valueOf(periodEnd(calendar, from, n));
          expect(end <= valueOf(periodEnd(calendar, day, n))).toBe(true);
          expect(valueOf(isWorkingDay(calendar, end))).toBe(true);
          expect(diffDays(from, end)).toBeGreaterThanOrEqual(n);
        },
      ),
    );
  });
});

describe('WorkCalendar', () => {
  const year = { paper: ['https://www.gov.cn/example'], off: ['2027-01-01'], work: ['2027-01-03'] };

  it('takes a further year as data', () => {
    const extended = WorkCalendar.parse({ ...calendar, 2027: year });
    expect(valueOf(isWorkingDay(extended, '2027-01-03'))).toBe(true);
    expect(valueOf(addWorkingDays(extended, '2026-12-31', 1))).toBe('2027-01-03');
  });

  it.each([
    ['a day of another year', { ...year, off: ['2026-01-01'] }],
    ['a day both off and worked', { ...year, work: ['2027-01-01'] }],
    ['a day that does not exist', { ...year, off: ['2027-02-30'] }],
    ['no announcement', { ...year, paper: [] }],
  ])('refuses %s', (_, bad) => {
    expect(WorkCalendar.safeParse({ 2027: bad }).success).toBe(false);
  });
});
