import { shippedCalendar } from '../../../domain/calendar/shipped-calendar.ts';
import type { WorkCalendar } from '../../../domain/calendar/work-calendar.ts';
import type { DemoPerson } from '../../../district/testing/demo-people.ts';
import type { IsoDate } from '../../../domain/values/iso-date.ts';
import { WalkClock } from './clock.ts';
import type { StationName } from './staff.ts';
import { WalkDistrict } from './walk-district.ts';
import { WalkStation } from './walk-station.ts';

/** The district's server and its stations, on one clock. Two stations are open from the start, the others from when somebody first works at them. */
export class WalkWorld {
  readonly clock: WalkClock;
  readonly district: WalkDistrict;
  /** Which calendar the district went by, and since when. */
  readonly calendars: { from: Date; calendar: WorkCalendar }[];
  readonly #stations = new Map<StationName, Promise<WalkStation>>();
  #households = 0;
  #shade = 1_000_000;

  private constructor(clock: WalkClock, district: WalkDistrict) {
    this.clock = clock;
    this.district = district;
    this.calendars = [{ from: new Date(0), calendar: shippedCalendar }];
  }

  static async open(day: IsoDate, people: readonly DemoPerson[] = []): Promise<WalkWorld> {
    const clock = new WalkClock(day);
    const world = new WalkWorld(clock, await WalkDistrict.open(clock.now, people));
    await world.station('window');
    await world.station('district');
    return world;
  }

  get calendar(): WorkCalendar {
    return this.calendars.at(-1)?.calendar ?? shippedCalendar;
  }

  station(name: StationName): Promise<WalkStation> {
    const known = this.#stations.get(name);
    if (known) return known;
    const opened = WalkStation.open({ name, districtUrl: this.district.url, now: this.clock.now });
    this.#stations.set(name, opened);
    return opened;
  }

  /** Those that are there and not cut off. */
  async joined(): Promise<WalkStation[]> {
    const all = await Promise.all(this.#stations.values());
    return all.filter(({ isCut }) => !isCut);
  }

  today(): IsoDate {
    return this.clock.today();
  }

  nextDay(days = 1): IsoDate {
    return this.clock.nextWorkingDay(this.calendar, days);
  }

  /** A number that no other household of this world has. */
  newHousehold(): number {
    this.#households += 1;
    return this.#households;
  }

  /** For a picture that no other file equals. */
  newShade(): number {
    this.#shade += 1;
    return this.#shade;
  }

  async close(): Promise<void> {
    for (const station of await Promise.all(this.#stations.values())) await station.close();
    await this.district.close();
  }
}
