import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- CDP answers are as wide as the protocol itself */
export type CdpData = any;

interface Message {
  id?: number;
  method?: string;
  params?: CdpData;
  result?: CdpData;
  error?: { message: string };
  sessionId?: string;
}

/** Chromium's DevTools protocol over its pipe: JSON texts, each ended by a zero byte. */
export class Cdp {
  readonly #events = new EventEmitter().setMaxListeners(0);
  readonly #waiting = new Map<number, { resolve(value: CdpData): void; reject(cause: Error): void }>();
  readonly #out: Writable;
  #lastId = 0;
  #rest: Buffer[] = [];

  constructor(out: Writable, input: Readable) {
    this.#out = out;
    input.on('data', (chunk: Buffer) => this.#read(chunk));
    input.on('close', () => this.#end());
    out.on('error', () => this.#end());
  }

  send(method: string, params: CdpData = {}, sessionId?: string): Promise<CdpData> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#out.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  on(method: string, sessionId: string | undefined, listener: (params: CdpData) => void): void {
    this.#events.on(`${sessionId ?? ''} ${method}`, listener);
  }

  #read(chunk: Buffer): void {
    let from = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      const text = Buffer.concat([...this.#rest, chunk.subarray(from, end)]).toString('utf8');
      this.#rest = [];
      from = end + 1;
      this.#deliver(JSON.parse(text) as Message);
    }
    if (from < chunk.length) this.#rest.push(chunk.subarray(from));
  }

  #deliver({ id, method, params, result, error, sessionId }: Message): void {
    if (id === undefined) return void this.#events.emit(`${sessionId ?? ''} ${method ?? ''}`, params);
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }

  #end(): void {
    for (const { reject } of this.#waiting.values()) reject(new Error('Chromium is gone'));
    this.#waiting.clear();
  }
}
