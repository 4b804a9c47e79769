import type { CoreNews } from '../../contract/envelope.ts';
import type { SyncSummary } from '../../contract/views.ts';
import { nowIso, type SyncControl } from '../context.ts';
import { within } from '../within.ts';
import { fetchCalendar } from './fetch-calendar.ts';
import { dropOld } from './drop-old.ts';
import type { Ports } from '../ports/ports.ts';
import { VaultLocked, type FileArchive, type Store, type StoreReader } from '../ports/store.ts';
import { pullEvents } from './pull-events.ts';
import { sendEvents } from './send-events.ts';
import { sendFiles } from './send-files.ts';
import { syncToken } from './sync-token.ts';
import type { StepEnd, SyncRun } from './sync-run.ts';

export interface SyncTiming {
  /** While the district cannot be reached, or something waits for its next try. */
  pollMs: number;
  /** While all is sent. */
  idleMs: number;
}

const lastSyncKey = 'sync.lastAt';
/** A page that opens waits so long for the district's first answer, then shows itself without. */
const firstAnswerMs = 1_500;
const farAhead = '9999-12-31T00:00:00.000Z';

/** Sends and fetches in the background, one pass at a time; woken by new work, by a timer, and by the link coming back. */
export class SyncEngine implements SyncControl {
  readonly #ports: Ports;
  readonly #tell: (news: CoreNews) => void;
  readonly #timing: SyncTiming;
  #stopped = true;
  #pass: Promise<void> | null = null;
  #again = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #online = false;
  /** Rows carry whole applications: they are counted again only after something may have changed. */
  #counts: Promise<{ waiting: number; attention: number }> | null = null;
  #moving = false;
  #empty: boolean | null = null;
  #clockAheadMinutes: number | null = null;
  /** A token that the district no longer takes: not tried again until another login. */
  #refusedToken: string | null = null;

  constructor(ports: Ports, tell: (news: CoreNews) => void, timing: Partial<SyncTiming>) {
    this.#ports = ports;
    this.#tell = tell;
    this.#timing = { pollMs: 3_000, idleMs: 10_000, ...timing };
  }

  start(): void {
    this.#stopped = false;
    this.wake();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#pass;
  }

  wake(): void {
    this.#counts = null;
    this.#kick();
  }

  async summary(): Promise<SyncSummary> {
    const { read } = this.#ports.vault.opened().store;
    const { waiting, attention } = await (this.#moving ? countRows(read) : this.#remembered(read));
    const lastSyncAt = await read.setting(lastSyncKey);
    const clockAheadMinutes = this.#clockAheadMinutes;
    return { online: this.#online, waiting, attention, lastSyncAt, clockAheadMinutes };
  }

  #remembered(read: StoreReader): Promise<{ waiting: number; attention: number }> {
    if (this.#counts) return this.#counts;
    const counts = countRows(read);
    this.#counts = counts;
    // A failure is answered to whoever asked and not remembered.
    counts.catch(() => (this.#counts = this.#counts === counts ? null : this.#counts));
    return counts;
  }

  async districtEmpty(): Promise<boolean | null> {
    if (this.#empty === null) await within(this.#probe(), firstAnswerMs, undefined);
    return this.#empty;
  }

  forgetDistrict(): void {
    this.#empty = null;
    this.wake();
  }

  #kick(): void {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    if (this.#pass) this.#again = true;
    else this.#pass = this.#loop();
  }

  async #loop(): Promise<void> {
    let rest: number;
    do {
      this.#again = false;
      try {
        rest = await this.#onePass();
      } catch (error) {
        this.#ports.log.error('sync.passFailed', {}, error);
        rest = this.#timing.pollMs;
      }
    } while (this.#again && !this.#stopped);
    this.#pass = null;
    if (!this.#stopped) this.#timer = setTimeout(() => this.#kick(), rest);
  }

  /** One pass; answers how long to rest. */
  async #onePass(): Promise<number> {
    const before = this.#online;
    await this.#probe();
    const opened = this.#opened();
    const access = this.#online && opened ? await syncToken(opened.store.read, nowIso(this.#ports)) : null;
    let waiting = false;
    if (access && opened && access.token !== this.#refusedToken) {
      const run: SyncRun = {
        ports: this.#ports,
        ...opened,
        access,
        changedStreams: new Set(),
        moved: false,
        stopping: () => this.#stopped,
      };
      // What waits for a later try need not wait once the link is back.
      const end = await this.#whileMoving(() => this.#steps(run, before ? nowIso(this.#ports) : farAhead));
      if (end === 'offline') this.#online = false;
      if (end === 'refused') this.#refusedToken = access.token;
      waiting =
        (await opened.store.read.outboxDue('events', farAhead, 1)).length > 0 ||
        (await opened.store.read.outboxDue('file', farAhead, 1)).length > 0;
      for (const id of run.changedStreams) this.#tell(await changeOf(opened.store.read, id));
      if (run.moved) this.#tell({ type: 'sync.changed' });
    }
    if (before !== this.#online) this.#tell({ type: 'sync.changed' });
    return this.#online && !waiting ? this.#timing.idleMs : this.#timing.pollMs;
  }

  async #whileMoving<T>(work: () => Promise<T>): Promise<T> {
    this.#moving = true;
    try {
      return await work();
    } finally {
      this.#moving = false;
      this.#counts = null;
    }
  }

  async #steps(run: SyncRun, dueAt: string): Promise<StepEnd> {
    const steps = [() => pullEvents(run), () => sendEvents(run, dueAt), () => sendFiles(run, dueAt)];
    let whole = true;
    for (const step of steps) {
      const end = await step();
      if (end === 'offline' || end === 'refused') return end;
      whole &&= end === 'done';
    }
    if (!whole) return 'later';
    const { store } = run;
    await dropOld(run);
    await fetchCalendar(run);
    if (run.moved || !(await store.read.setting(lastSyncKey)))
      await store.write((tx) => tx.setSetting(lastSyncKey, nowIso(this.#ports)));
    return 'done';
  }

  async #probe(): Promise<void> {
    const status = await this.#ports.district.status();
    this.#online = status.ok;
    if (!status.ok) return;
    this.#empty = status.value.accounts === 0;
    const ahead = this.#ports.now().getTime() - Date.parse(status.value.serverTime);
    this.#clockAheadMinutes = Math.round(ahead / 60_000);
  }

  #opened(): { store: Store; files: FileArchive } | null {
    try {
      return this.#ports.vault.opened();
    } catch (error) {
      if (error instanceof VaultLocked) return null;
      throw error;
    }
  }
}

async function changeOf(read: StoreReader, id: string): Promise<CoreNews> {
  const record = await read.record(id);
  return record
    ? { type: 'record.changed', streamType: record.streamType, id }
    : { type: 'case.changed', caseId: id };
}

async function countRows(read: StoreReader): Promise<{ waiting: number; attention: number }> {
  const [local, sending, attention] = await Promise.all([
    read.outbox('local'),
    read.outbox('sending'),
    read.outbox('attention'),
  ]);
  return { waiting: local.length + sending.length, attention: attention.length };
}
