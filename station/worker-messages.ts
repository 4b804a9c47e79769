import type { Call, CoreNews, Reply } from '../contract/envelope.ts';

/** To the worker. Both ends are this program; what is inside a call is checked by the core's dispatcher. */
export type ToWorker = { kind: 'call'; seq: number; clientId: string; call: Call } | { kind: 'close' };

export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'reply'; seq: number; reply: Reply }
  | { kind: 'news'; news: CoreNews }
  | { kind: 'closed' };

/** Bytes alone in their buffer, to be handed over without another copy; a view into a shared pool is copied out. */
export function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength;
  return whole ? new Uint8Array(bytes.buffer as ArrayBuffer) : new Uint8Array(bytes);
}
