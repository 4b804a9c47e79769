import { z } from 'zod';
import { StreamType } from '../domain/log/event-envelope.ts';

/** Largest block of bytes beside a call: one scanned page, never a whole dossier. */
export const maxBinaryBytes = 32 * 1024 * 1024;
export const maxJsonChars = 4 * 1024 * 1024;

/** One call on any transport; the bytes, if any, travel beside it. */
export const CallEnvelope = z.strictObject({
  id: z.int().positive(),
  name: z.string().max(80),
  input: z.unknown(),
});
export type CallEnvelope = z.infer<typeof CallEnvelope>;

export const ReplyEnvelope = z.discriminatedUnion('ok', [
  z.strictObject({ id: z.int().nonnegative(), ok: z.literal(true), output: z.unknown() }),
  z.strictObject({
    id: z.int().nonnegative(),
    ok: z.literal(false),
    failure: z.strictObject({ code: z.string(), data: z.record(z.string(), z.unknown()) }),
  }),
]);
export type ReplyEnvelope = z.infer<typeof ReplyEnvelope>;

export interface Call {
  envelope: CallEnvelope;
  binary?: Uint8Array;
}
export interface Reply {
  envelope: ReplyEnvelope;
  binary?: Uint8Array;
}

/** News pushed from the core to the page; it names what changed, never the data itself. */
export const CoreNews = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('sync.changed') }),
  z.strictObject({ type: z.literal('case.changed'), caseId: z.uuid() }),
  z.strictObject({ type: z.literal('record.changed'), streamType: StreamType, id: z.uuid() }),
  z.strictObject({ type: z.literal('session.ended') }),
]);
export type CoreNews = z.infer<typeof CoreNews>;

/**
 * What a host needs of the core, wherever it runs. `clientId` names a window or a browser session: the login is bound to it.
 * Never rejects: an unexpected error is the failure `internal` with a logged id.
 */
export interface CoreHost {
  call(clientId: string, call: Call): Promise<Reply>;
  onNews(listener: (news: CoreNews) => void): () => void;
  close(): Promise<void>;
}

/**
 * Wire form for transports that carry one block (WebSocket binary frame): 4 bytes big-endian length of the JSON,
 * the JSON in UTF-8, then the bytes.
 */
export function packFrame(
  json: string,
  binary: Uint8Array | undefined,
  encode: (text: string) => Uint8Array,
): Uint8Array {
  const head = encode(json);
  const frame = new Uint8Array(4 + head.length + (binary?.length ?? 0));
  new DataView(frame.buffer).setUint32(0, head.length);
  frame.set(head, 4);
  if (binary) frame.set(binary, 4 + head.length);
  return frame;
}

/** Reverses `packFrame`; null when the lengths do not fit. */
export function unpackFrame(
  frame: Uint8Array,
  decode: (bytes: Uint8Array) => string,
): { json: string; binary: Uint8Array | undefined } | null {
  if (frame.length < 4) return null;
  const length = new DataView(frame.buffer, frame.byteOffset, 4).getUint32(0);
  if (length > frame.length - 4) return null;
  const rest = frame.subarray(4 + length);
  return { json: decode(frame.subarray(4, 4 + length)), binary: rest.length > 0 ? rest : undefined };
}
