import { isWorkingDay, type WorkCalendar } from '../calendar/work-calendar.ts';
import { addDays, shanghaiDate, type IsoDate } from '../values/iso-date.ts';

/** One time a town looked for applications from the portal, whether any was waiting or not; `at` is an instant. */
export interface PickUpRun {
  townCode: string;
  at: string;
}

export interface PickUpDay {
  day: IsoDate;
  count: number;
}
export interface TownPickUps {
  townCode: string;
  /** Every working day asked for that has begun, those without a pick-up too. */
  days: PickUpDay[];
  /** Days that are over and had fewer than the rules ask for. */
  missing: IsoDate[];
  /** Pick-ups on days off: nobody asks for them, they are told. */
  onDaysOff: number;
}
export interface PickUpReport {
  /** Null where the rules set none: then nothing is missing. */
  pickUpsPerDay: number | null;
  towns: TownPickUps[];
  /** Days asked for whose calendar is not published: neither counted nor guessed. */
  unpublished: IsoDate[];
}

export interface PickUpQuestion {
  /** Towns that have to pick up; one that never did is in the report like the others. */
  townCodes: readonly string[];
  runs: readonly PickUpRun[];
  /** Both included. */
  from: IsoDate;
  to: IsoDate;
  /** Not over yet: shown, never missing. */
  today: IsoDate;
  calendar: WorkCalendar;
  pickUpsPerDay: number | null;
}

/** Pick-ups of online applications by town and working day (annex: at least twice a day, working days only). */
export function pickUpReport(question: PickUpQuestion): PickUpReport {
  const { townCodes, runs, from, to, today, calendar, pickUpsPerDay } = question;
  const working: IsoDate[] = [];
  const off = new Set<IsoDate>();
  const unpublished: IsoDate[] = [];
  for (let day = from; day <= to && day <= today; day = addDays(day, 1)) {
    const known = isWorkingDay(calendar, day);
    if (!known.ok) unpublished.push(day);
    else if (known.value) working.push(day);
    else off.add(day);
  }
  const towns = townCodes.map((townCode): TownPickUps => {
    const own = runs.filter((run) => run.townCode === townCode).map((run) => shanghaiDate(run.at));
    const days = working.map((day) => ({ day, count: own.filter((on) => on === day).length }));
    const fewer = days.filter(({ day, count }) => day < today && count < (pickUpsPerDay ?? 0));
    const onDaysOff = own.filter((day) => off.has(day)).length;
    return { townCode, days, missing: fewer.map(({ day }) => day), onDaysOff };
  });
  return { pickUpsPerDay, towns, unpublished };
}
