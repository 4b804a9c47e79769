import { Worker } from 'node:worker_threads';
import type { Call, CoreHost, CoreNews, Reply } from '../contract/envelope.ts';
import { failure } from '../contract/failures.ts';
import type { Log } from '../core/ports/ports.ts';
import type { StationOptions } from './config.ts';
import { ownBytes, type FromWorker, type ToWorker } from './worker-messages.ts';

interface Pending {
  id: number;
  resolve(reply: Reply): void;
}

/** More crashes than this within a minute are not accidents: then the station answers `internal` and stays down. */
const mostRestarts = 5;
const closeWithinMs = 15_000;

/** The core behind a worker thread. */
export class CoreThread implements CoreHost {
  readonly #file: URL;
  readonly #options: StationOptions;
  readonly #log: Log;
  readonly #newErrorId: () => string;
  readonly #pending = new Map<number, Pending>();
  readonly #listeners = new Set<(news: CoreNews) => void>();
  #worker: Worker;
  #ready: Promise<boolean>;
  #seq = 0;
  #crashes: number[] = [];
  #closing = false;
  #everReady = false;
  #startError: unknown = null;

  constructor(file: URL, options: StationOptions, tools: { log: Log; newErrorId: () => string }) {
    this.#file = file;
    this.#options = options;
    this.#log = tools.log;
    this.#newErrorId = tools.newErrorId;
    [this.#worker, this.#ready] = this.#begin();
  }

  async started(): Promise<void> {
    if (await this.#ready) return;
    throw new Error('the core worker did not start; see logs', { cause: this.#startError });
  }

  async call(clientId: string, call: Call): Promise<Reply> {
    const id = Number.isInteger(call.envelope?.id) ? call.envelope.id : 0;
    try {
      if (this.#closing || !(await this.#ready)) return this.#internal(id, 'core.down');
      return await this.#post(id, clientId, call);
    } catch (error) {
      // Values that cannot cross to the worker (functions, detached bytes) are no calls at all.
      this.#log.error('core.callNotPosted', {}, error);
      return {
        envelope: {
          id,
          ok: false,
          failure: failure('call.malformed', { issues: ['call: notTransferable'] }),
        },
      };
    }
  }

  onNews(listener: (news: CoreNews) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closing = true;
    const worker = this.#worker;
    const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    if (!(await this.#ready)) return void (await worker.terminate());
    worker.postMessage({ kind: 'close' } satisfies ToWorker);
    const late = setTimeout(() => void worker.terminate(), closeWithinMs);
    await gone;
    clearTimeout(late);
  }

  #post(id: number, clientId: string, call: Call): Promise<Reply> {
    this.#seq += 1;
    const seq = this.#seq;
    // The caller keeps its bytes: a copy is handed over.
    const binary = call.binary ? ownBytes(call.binary.slice()) : undefined;
    const message: ToWorker = {
      kind: 'call',
      seq,
      clientId,
      call: { envelope: call.envelope, ...(binary ? { binary } : {}) },
    };
    return new Promise((resolve, reject) => {
      this.#pending.set(seq, { id, resolve });
      try {
        this.#worker.postMessage(message, binary ? [binary.buffer] : []);
      } catch (error) {
        this.#pending.delete(seq);
        reject(error as Error);
      }
    });
  }

  #begin(): [Worker, Promise<boolean>] {
    const worker = new Worker(this.#file, { workerData: this.#options, name: 'core' });
    const ready = new Promise<boolean>((resolve) => {
      worker.on('message', (message: FromWorker) => {
        if (message.kind !== 'ready') return this.#take(message);
        this.#everReady = true;
        resolve(true);
      });
      worker.once('exit', () => resolve(false));
    });
    worker.on('error', (error) => {
      if (!this.#everReady) this.#startError = error;
      this.#log.error('core.crashed', {}, error);
    });
    worker.once('exit', (code) => this.#ended(code));
    return [worker, ready];
  }

  #take(message: FromWorker): void {
    if (message.kind === 'news') this.#tell(message.news);
    if (message.kind !== 'reply') return;
    const pending = this.#pending.get(message.seq);
    this.#pending.delete(message.seq);
    pending?.resolve(message.reply);
  }

  #tell(news: CoreNews): void {
    for (const listener of this.#listeners) {
      try {
        listener(news);
      } catch (error) {
        this.#log.error('host.listenerFailed', {}, error);
      }
    }
  }

  #ended(code: number): void {
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { id, resolve } of pending) resolve(this.#internal(id, 'core.crashedInCall'));
    // One that never came up would not come up the next time either.
    if (this.#closing || !this.#everReady) return;
    const now = Date.now();
    this.#crashes = [...this.#crashes.filter((at) => at > now - 60_000), now];
    this.#log.error('core.exited', { code, crashes: this.#crashes.length });
    this.#tell({ type: 'session.ended' });
    if (this.#crashes.length <= mostRestarts) [this.#worker, this.#ready] = this.#begin();
    else this.#ready = Promise.resolve(false);
  }

  #internal(id: number, code: string): Reply {
    const errorId = this.#newErrorId();
    this.#log.error(code, { errorId });
    return { envelope: { id, ok: false, failure: failure('internal', { errorId }) } };
  }
}
