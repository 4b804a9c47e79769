import { createHash } from 'node:crypto';
import type { AssistanceKind } from '../../../domain/application/application.ts';
import type { Page } from '../../../domain/application/evidence.ts';
import type { CaseState } from '../../../domain/case/case-state.ts';
import { caseAggregate } from '../../../domain/case/case-aggregate.ts';
import type { StaffCommand } from '../../../domain/case/staff-commands.ts';
import { foldStream } from '../../../domain/log/fold-stream.ts';
import type { SignedName } from '../../../domain/survey/survey.ts';
import type { ProcessView } from '../../../contract/views/process.ts';
import { tinyPng } from '../../../station/testing/tiny-png.ts';
import { strokes } from '../../../station/testing/demo-household.ts';
import { staff, type StationName, type Who } from './staff.ts';
import { until } from './until.ts';
import type { WalkStation } from './walk-station.ts';
import type { WalkWorld } from './walk-world.ts';

/** What a command is made of: the case as the station has it, its day, and means to add pictures to it. */
export interface Hand {
  state: CaseState;
  day: string;
  at: string;
  photo(): Promise<Page>;
  sign(name: string, as: SignedName['as']): Promise<SignedName>;
}
export type Said = StaffCommand | ((hand: Hand) => StaffCommand | Promise<StaffCommand>);

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** One case, acted on by whoever has to at the station where they work. */
export class CaseRun {
  readonly id: string;
  readonly kind: AssistanceKind;
  readonly world: WalkWorld;
  /** Where it came from; null: from home. */
  readonly home: StationName;
  #last: StationName | null;

  constructor(
    world: WalkWorld,
    id: string,
    kind: AssistanceKind,
    home: StationName,
    last: StationName | null = home,
  ) {
    this.world = world;
    this.id = id;
    this.kind = kind;
    this.home = home;
    this.#last = last;
  }

  /** One step; throws with the failure when the rules say no. */
  async act(who: Who, said: Said, at: StationName = staff[who].at): Promise<void> {
    const { station, command } = await this.#ready(who, said, at);
    await station.must(who, 'case.act', { caseId: this.id, command });
  }

  /** The code of what stands against a step; throws when nothing does. */
  async refused(who: Who, said: Said, at: StationName = staff[who].at): Promise<string> {
    const { station, command } = await this.#ready(who, said, at);
    const answer = await station.call(who, 'case.act', { caseId: this.id, command });
    if (answer.ok) throw new Error(`${command.type} was taken`);
    return answer.failure.code;
  }

  /** Whoever works elsewhere than the last one waits until the case is there as the last one left it. */
  async #ready(
    who: Who,
    said: Said,
    at: StationName,
  ): Promise<{ station: WalkStation; command: StaffCommand }> {
    const station = await this.world.station(at);
    if (at !== this.#last && !station.isCut) await this.together();
    this.#last = at;
    const command = typeof said === 'function' ? await said(await this.#hand(station, who)) : said;
    return { station, command };
  }

  async #hand(station: WalkStation, who: Who): Promise<Hand> {
    const photo = async (): Promise<Page> => {
      const input = { caseId: this.id, mime: 'image/png' as const, source: 'camera' as const };
      return (await station.must(who, 'case.addPage', input, tinyPng(this.world.newShade()))).page;
    };
    const sign = async (name: string, as: SignedName['as']): Promise<SignedName> => {
      const { digest, bytes, capturedAt } = await photo();
      return { name, as, strokes, imageDigest: digest, imageBytes: bytes, at: capturedAt };
    };
    const at = this.world.clock.now().toISOString();
    return { state: await this.state(station.name), day: station.today(), at, photo, sign };
  }

  /** As a station has it. */
  async state(name: StationName = this.home): Promise<CaseState> {
    const { store } = await this.world.station(name);
    const { state } = foldStream(caseAggregate, await store.read.stream(this.id), sha256);
    if (!state) throw new Error(`${name} has no such case`);
    return state;
  }

  async step(name: StationName = this.home): Promise<string> {
    return (await this.state(name)).step;
  }

  async view(who: Who, at: StationName = staff[who].at): Promise<ProcessView> {
    const station = await this.world.station(at);
    return (await station.must(who, 'case.process', { caseId: this.id })).process;
  }

  /** Waits until every station that is joined and has the case holds the district's history of it. */
  async together(): Promise<void> {
    for (const station of await this.world.joined()) await station.morning();
    await until('the stations and the district hold the same', async () => {
      const { events } = await this.world.district.stream(this.id);
      if (events.length === 0) return null;
      for (const { name, store } of await this.world.joined()) {
        const { townCode } = await this.state(this.home);
        if (!sees(name, townCode)) continue;
        const mine = await store.read.stream(this.id);
        if (mine.at(-1)?.digest !== events.at(-1)?.digest) return null;
      }
      return true;
    });
  }

  /** Everything has arrived, the pictures too. */
  async quiet(): Promise<void> {
    await this.together();
    await until('every picture is at the district', async () => {
      for (const { store } of await this.world.joined()) {
        const rows = await store.read.outboxOfCase(this.id);
        if (rows.some(({ state }) => state === 'local' || state === 'sending')) return null;
      }
      return true;
    });
  }

  /** Waits for what the server does of itself. */
  until(what: string, holds: (state: CaseState) => boolean, at: StationName = this.home): Promise<CaseState> {
    return until(what, async () => {
      const state = await this.state(at).catch(() => null);
      return state && holds(state) ? state : null;
    });
  }
}

const places: Record<StationName, string> = {
  window: staff.clerk.areaCode,
  office: staff.colleague.areaCode,
  otherTown: staff.otherClerk.areaCode,
  district: staff.districtHead.areaCode,
};
const sees = (name: StationName, townCode: string): boolean => townCode.startsWith(places[name]);
