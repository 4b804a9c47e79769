import type { WorkCalendar } from '../../../domain/calendar/work-calendar.ts';
import { isWorkingDay } from '../../../domain/calendar/work-calendar.ts';
import { addDays, shanghaiDate, type IsoDate } from '../../../domain/values/iso-date.ts';

/** The time that every station and the server go by; it only moves on. */
export class WalkClock {
  #now: Date;

  constructor(day: IsoDate) {
    this.#now = instant(day, '10:00');
  }

  /** Real time goes on between two moves, so that no two things happen at once. */
  readonly now = (): Date => {
    this.#now = new Date(this.#now.getTime() + 1);
    return this.#now;
  };

  today(): IsoDate {
    return shanghaiDate(this.#now.toISOString());
  }

  moveTo(day: IsoDate, time = '10:00'): void {
    const to = instant(day, time);
    if (to < this.#now) throw new Error(`${day} ${time} has passed`);
    this.#now = to;
  }

  nextWorkingDay(calendar: WorkCalendar, days = 1): IsoDate {
    let day = this.today();
    for (let left = days; left > 0;) {
      day = addDays(day, 1);
      const works = isWorkingDay(calendar, day);
      if (!works.ok) throw new Error(`${day}: ${works.failure.code}`);
      if (works.value) left -= 1;
    }
    this.moveTo(day);
    return day;
  }
}

const instant = (day: IsoDate, time: string): Date =>
  new Date(`${day}T${time.length === 5 ? `${time}:00.000` : time}+08:00`);
