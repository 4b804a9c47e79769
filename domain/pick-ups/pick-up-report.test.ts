import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedCalendar } from '../calendar/shipped-calendar.ts';
import { isWorkingDay } from '../calendar/work-calendar.ts';
import { addDays, shanghaiDate } from '../values/iso-date.ts';
import { pickUpReport, type PickUpQuestion, type PickUpRun } from './pick-up-report.ts';

const [town, other] = ['500107001', '500107002'];
const ask = (given: Partial<PickUpQuestion>) =>
  pickUpReport({
    townCodes: [town],
    runs: [],
    from: '2026-03-09',
    to: '2026-03-13',
    today: '2026-03-20',
    calendar: shippedCalendar,
    pickUpsPerDay: 2,
    ...given,
  });
const run = (at: string, townCode = town): PickUpRun => ({ townCode, at });

describe('pickUpReport', () => {
  it('names the days with fewer than the rules ask for, and leaves towns apart', () => {
    const runs = [
      run('2026-03-09T01:00:00.000Z'),
      run('2026-03-09T07:00:00.000Z'),
      run('2026-03-10T01:00:00.000Z'),
      run('2026-03-10T02:00:00.000Z', other),
    ];
    const { towns } = ask({ townCodes: [town, other], runs, to: '2026-03-10' });
    expect(towns).toEqual([
      {
        townCode: town,
        days: [
          { day: '2026-03-09', count: 2 },
          { day: '2026-03-10', count: 1 },
        ],
        missing: ['2026-03-10'],
        onDaysOff: 0,
      },
      {
        townCode: other,
        days: [
          { day: '2026-03-09', count: 0 },
          { day: '2026-03-10', count: 1 },
        ],
        missing: ['2026-03-09', '2026-03-10'],
        onDaysOff: 0,
      },
    ]);
  });

  it('counts the day in Shanghai: an evening in UTC is the next morning', () => {
    const runs = [run('2026-03-09T15:59:59.999Z'), run('2026-03-09T16:00:00.000Z')];
    const days = ask({ runs, to: '2026-03-10' }).towns[0]?.days;
    expect(days?.map(({ count }) => count)).toEqual([1, 1]);
  });

  it('asks nothing on days off, but on a Saturday worked; tells pick-ups on days off', () => {
    // 2026-02-14 is a Saturday worked for the Spring Festival, 02-15 the first day off.
    const { towns } = ask({ from: '2026-02-14', to: '2026-02-16', runs: [run('2026-02-15T02:00:00.000Z')] });
    expect(towns[0]).toMatchObject({ days: [{ day: '2026-02-14' }], missing: ['2026-02-14'], onDaysOff: 1 });
  });

  it('never calls a day missing that is not over, and shows none that has not begun', () => {
    const { towns } = ask({ today: '2026-03-10' });
    expect(towns[0]?.days.map(({ day }) => day)).toEqual(['2026-03-09', '2026-03-10']);
    expect(towns[0]?.missing).toEqual(['2026-03-09']);
  });

  it('names days whose calendar is not published and guesses none', () => {
    const { unpublished, towns } = ask({ from: '2026-12-31', to: '2027-01-02', today: '2027-02-01' });
    expect(unpublished).toEqual(['2027-01-01', '2027-01-02']);
    expect(towns[0]?.days.map(({ day }) => day)).toEqual(['2026-12-31']);
  });

  it('finds nothing missing where the rules ask for none', () => {
    expect(ask({ pickUpsPerDay: null }).towns[0]?.missing).toEqual([]);
  });

  it('counts every run of a published day once', () => {
    const at = fc
      .date({ min: new Date('2026-02-01'), max: new Date('2026-03-31'), noInvalidDate: true })
      .map((date) => run(date.toISOString()));
    fc.assert(
      fc.property(fc.array(at, { maxLength: 60 }), fc.integer({ min: 0, max: 40 }), (runs, length) => {
        const from = '2026-02-05';
        const to = addDays(from, length);
        const { towns } = ask({ runs, from, to, today: '2026-04-30' });
        const counted = towns[0]!.days.reduce((sum, { count }) => sum + count, towns[0]!.onDaysOff);
        const within = runs.map((r) => shanghaiDate(r.at)).filter((day) => day >= from && day <= to);
        expect(counted).toBe(within.length);
        for (const { day } of towns[0]!.days) {
          expect(isWorkingDay(shippedCalendar, day)).toEqual({ ok: true, value: true });
        }
      }),
    );
  });
});
