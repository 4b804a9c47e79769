import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';

const Message = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
  sessionId: z.string().optional(),
});

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** The DevTools protocol over Chromium's pipe (fds 3 and 4): no port is opened, and the browser dies with us. */
export class CdpPipe {
  readonly #out: Writable;
  readonly #waiting = new Map<number, Waiting>();
  #next = 0;
  #buffer = Buffer.alloc(0);
  readonly #listeners = new Set<(method: string, params: unknown) => void>();

  constructor(out: Writable, input: Readable) {
    this.#out = out;
    out.on('error', () => undefined);
    input.on('data', (chunk: Buffer) => {
      this.#take(chunk);
    });
    input.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('browser closed'));
      this.#waiting.clear();
    });
  }

  send(method: string, params: Record<string, unknown> = {}, sessionId?: string): Promise<unknown> {
    const id = ++this.#next;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#out.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
    });
  }

  onEvent(listener: (method: string, params: unknown) => void): void {
    this.#listeners.add(listener);
  }

  #take(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (let end = this.#buffer.indexOf(0); end >= 0; end = this.#buffer.indexOf(0)) {
      const text = this.#buffer.subarray(0, end).toString('utf8');
      this.#buffer = this.#buffer.subarray(end + 1);
      this.#handle(text);
    }
  }

  #handle(text: string): void {
    const message = Message.parse(JSON.parse(text));
    if (message.id === undefined) {
      if (message.method) for (const listener of this.#listeners) listener(message.method, message.params);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) waiting?.reject(new Error(message.error.message));
    else waiting?.resolve(message.result);
  }
}
