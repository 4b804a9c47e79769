import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandName, InputOf, OutputOf } from '../../contract/commands.ts';
import type { AnyFailure } from '../../contract/failures.ts';
import { createCore, type Core } from '../../core/create-core.ts';
import type { Ports } from '../../core/ports/ports.ts';
import { ensureDevice } from '../../core/system/device.ts';
import { openVault, type DeviceVault } from '../../db/vault.ts';
import type { DistrictDouble } from './district-double.ts';
import { password, people } from './district-double.ts';
import { testPorts, type Logged } from './test-ports.ts';

export type Answer<N extends CommandName> =
  { ok: true; output: OutputOf<N>; binary: Uint8Array | undefined } | { ok: false; failure: AnyFailure };

const deviceKey = Buffer.alloc(32, 3);

/** A core on the real store in a folder of its own. */
export class CoreFixture {
  readonly dir: string;
  readonly clock: { now: Date };
  readonly vault: DeviceVault;
  readonly ports: Ports;
  readonly district: DistrictDouble;
  readonly logged: Logged[];
  readonly core: Core;
  #id = 0;

  private constructor(
    dir: string,
    clock: { now: Date },
    vault: DeviceVault,
    made: Awaited<ReturnType<typeof testPorts>>,
  ) {
    this.dir = dir;
    this.clock = clock;
    this.vault = vault;
    this.ports = made.ports;
    this.district = made.district;
    this.logged = made.logged;
    this.core = createCore(made.ports, { pollMs: 20, idleMs: 20 });
  }

  static async open(
    change: (ports: Ports) => Ports = (ports) => ports,
    at = '2026-03-10T02:00:00.000Z',
    deviceId = '01900000-0000-7000-8000-00000000d001',
  ): Promise<CoreFixture> {
    const dir = await mkdtemp(join(tmpdir(), 'core-'));
    const vault = openVault({ dataDir: dir });
    await vault.openWithKey(deviceKey);
    const clock = { now: new Date(at) };
    const made = await testPorts(vault, clock);
    const fixture = new CoreFixture(dir, clock, vault, { ...made, ports: change(made.ports) });
    await ensureDevice(vault.opened().store, () => deviceId);
    return fixture;
  }

  /** The program ended and started again: same folder, clock and district, nobody logged in. */
  async restart(): Promise<CoreFixture> {
    await this.core.close();
    const vault = openVault({ dataDir: this.dir });
    await vault.openWithKey(deviceKey);
    const { district, logged } = this;
    return new CoreFixture(this.dir, this.clock, vault, {
      ports: { ...this.ports, vault },
      district,
      logged,
    });
  }

  get store() {
    return this.vault.opened().store;
  }

  async call<N extends CommandName>(
    client: string,
    name: N,
    input: InputOf<N>,
    binary?: Uint8Array,
  ): Promise<Answer<N>> {
    this.#id += 1;
    const call = { envelope: { id: this.#id, name, input }, ...(binary ? { binary } : {}) };
    const { envelope, binary: back } = await this.core.dispatch(client, call);
    if (envelope.ok)
      return { ok: true, output: envelope.output as OutputOf<N>, binary: back && new Uint8Array(back) };
    return { ok: false, failure: envelope.failure as AnyFailure };
  }

  /** The output of a call that has to work. */
  async must<N extends CommandName>(
    client: string,
    name: N,
    input: InputOf<N>,
    binary?: Uint8Array,
  ): Promise<OutputOf<N>> {
    const answer = await this.call(client, name, input, binary);
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.failure)} ${this.#lastFault()}`);
    return answer.output;
  }

  /** The failure code of a call that must not work. */
  async refused<N extends CommandName>(
    client: string,
    name: N,
    input: InputOf<N>,
    binary?: Uint8Array,
  ): Promise<AnyFailure> {
    const answer = await this.call(client, name, input, binary);
    if (answer.ok) throw new Error(`${name} was answered`);
    return answer.failure;
  }

  login(who: keyof typeof people): Promise<OutputOf<'session.login'>> {
    return this.must(who, 'session.login', { username: people[who].username, password });
  }

  async close(): Promise<void> {
    await this.core.close();
    await rm(this.dir, { recursive: true, force: true });
  }

  #lastFault(): string {
    const last = this.logged.at(-1);
    return last?.cause instanceof Error ? (last.cause.stack ?? '') : (last?.code ?? '');
  }
}
