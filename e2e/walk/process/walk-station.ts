import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CommandName, InputOf, OutputOf } from '../../../contract/commands.ts';
import type { AnyFailure } from '../../../contract/failures.ts';
import { createCore, type Core } from '../../../core/create-core.ts';
import type { DistrictLink } from '../../../core/ports/district.ts';
import type { Ports } from '../../../core/ports/ports.ts';
import type { Store } from '../../../core/ports/store.ts';
import { shanghaiDate } from '../../../domain/values/iso-date.ts';
import { fail } from '../../../domain/values/result.ts';
import { buildPorts } from '../../../station/build-ports.ts';
import { password, usernameOf, type StationName, type Who } from './staff.ts';

const resourcesDir = path.resolve(import.meta.dirname, '..', '..', '..', 'assets');
const key = Buffer.alloc(32, 7).toString('base64');

export interface StationTerms {
  name: StationName;
  districtUrl: string;
  now: () => Date;
}
type Answer<N extends CommandName> =
  { ok: true; output: OutputOf<N>; binary: Uint8Array } | { ok: false; failure: AnyFailure };

/** A station as a host starts it, in a folder of its own; its network can be cut and its clock set wrong. */
export class WalkStation {
  readonly name: StationName;
  /** By which its clock is wrong. */
  offsetMs = 0;
  readonly #terms: StationTerms;
  readonly #dir: string;
  readonly #loggedIn = new Map<Who, string>();
  #cut = false;
  #id = 0;
  #core!: Core;
  #ports!: Ports;

  private constructor(terms: StationTerms, dir: string) {
    this.name = terms.name;
    this.#terms = terms;
    this.#dir = dir;
  }

  static async open(terms: StationTerms): Promise<WalkStation> {
    const station = new WalkStation(terms, await mkdtemp(path.join(tmpdir(), 'walk-station-')));
    await station.#start({});
    return station;
  }

  /** Ended and started again on the same folder, perhaps as a newer program. */
  async restart(change: Partial<Ports>): Promise<void> {
    await this.#core.close();
    this.#loggedIn.clear();
    await this.#start(change);
  }

  async #start(change: Partial<Ports>): Promise<void> {
    const ports = await buildPorts({
      ...{ dataDir: this.#dir, resourcesDir, districtUrl: this.#terms.districtUrl, districtCa: null },
      ...{ idReaderUrl: null, deviceName: `演示${this.name}`, key },
      host: { kind: 'memory', reason: 'walk', version: '0.0.0', mode: 'window', fontsOk: true },
    });
    const now = () => new Date(this.#terms.now().getTime() + this.offsetMs);
    const district = cuttable(ports.district, () => this.#cut);
    this.#ports = { ...ports, now, district, ...change };
    this.#core = createCore(this.#ports, { pollMs: 100, idleMs: 250 });
    this.#core.start();
  }

  get isCut(): boolean {
    return this.#cut;
  }
  cut(): void {
    this.#cut = true;
  }
  join(): void {
    this.#cut = false;
  }

  get store(): Store {
    return this.#ports.vault.opened().store;
  }
  get calendar(): Ports['calendar'] {
    return this.#ports.calendar;
  }
  today(): string {
    return shanghaiDate(this.#ports.now().toISOString());
  }

  /** Whoever has not yet on this day. */
  async logIn(who: Who): Promise<void> {
    if (this.#loggedIn.get(who) === this.today()) return;
    this.#loggedIn.set(who, this.today());
    await this.must(who, 'session.login', { username: usernameOf(who), password });
  }

  /** The station is switched on for the day: its sync has a token that holds. */
  morning(): Promise<void> {
    return this.logIn(opens[this.name]);
  }

  /** One call through the contract; whoever has not yet logged in on this day does so first. */
  async call<N extends CommandName>(
    who: Who,
    name: N,
    input: InputOf<N>,
    binary?: Uint8Array,
  ): Promise<Answer<N>> {
    await this.logIn(who);
    this.#id += 1;
    const call = { envelope: { id: this.#id, name, input }, ...(binary ? { binary } : {}) };
    const { envelope, binary: back } = await this.#core.dispatch(who, call);
    if (!envelope.ok) return { ok: false, failure: envelope.failure as AnyFailure };
    return { ok: true, output: envelope.output as OutputOf<N>, binary: new Uint8Array(back ?? []) };
  }

  async must<N extends CommandName>(
    who: Who,
    name: N,
    input: InputOf<N>,
    binary?: Uint8Array,
  ): Promise<OutputOf<N>> {
    const answer = await this.call(who, name, input, binary);
    if (!answer.ok) throw new Error(`${this.name} ${who} ${name}: ${JSON.stringify(answer.failure)}`);
    return answer.output;
  }

  async close(): Promise<void> {
    await this.#core.close();
    await rm(this.#dir, { recursive: true, force: true });
  }
}

const opens: Record<StationName, Who> = {
  ...{ window: 'clerk', office: 'colleague' },
  ...{ district: 'districtReviewer', otherTown: 'otherClerk' },
};

/** The link, or nothing at all: also for a pass under way. */
const cuttable = (link: DistrictLink, isCut: () => boolean): DistrictLink =>
  new Proxy(link, {
    get: (target, name: keyof DistrictLink) =>
      isCut() ? async () => fail('district.unreachable') : target[name],
  });
