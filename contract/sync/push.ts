import { z } from 'zod';
import { Digest } from '../../domain/application/evidence.ts';
import { Actor, EventEnvelope, StreamType } from '../../domain/log/event-envelope.ts';
import { Instant } from '../../domain/values/instant.ts';

/** At most this many commands in one push. */
export const maxBatch = 100;

/**
 * One command as the station decided it, with the events it led to. The district decides the same command again on its own
 * state and takes the events only when they agree. `commandId` makes ten sendings one.
 */
export const PushItem = z.strictObject({
  commandId: z.uuid(),
  /** Absent in what stations of before this field still have to send. */
  streamType: StreamType.default('case'),
  streamId: z.uuid(),
  expectedVersion: z.int().nonnegative(),
  /** Parsed by the aggregate of its type. */
  command: z.unknown(),
  actor: Actor,
  stationTime: Instant,
  events: z.array(EventEnvelope).min(1).max(500),
});
export type PushItem = z.infer<typeof PushItem>;

export const PushRequest = z.strictObject({
  deviceId: z.uuid(),
  items: z.array(z.unknown()).min(1).max(maxBatch),
});

/** Answer per command; `signature` is the district's HMAC-free countersignature (Ed25519, base64) over the last digest. */
export const PushAnswer = z.discriminatedUnion('outcome', [
  z.strictObject({
    commandId: z.uuid(),
    outcome: z.literal('accepted'),
    /** Empty for what is no case. */
    caseNo: z.string(),
    sequence: z.int(),
    signature: z.string(),
  }),
  z.strictObject({
    commandId: z.uuid(),
    outcome: z.literal('rejected'),
    code: z.string(),
    data: z.record(z.string(), z.unknown()),
  }),
  z.strictObject({ commandId: z.uuid(), outcome: z.literal('conflict'), serverVersion: z.int() }),
]);
export type PushAnswer = z.infer<typeof PushAnswer>;
export const PushReply = z.strictObject({ answers: z.array(PushAnswer), serverTime: Instant });

export const PullReply = z.strictObject({
  events: z.array(z.strictObject({ sequence: z.int(), caseNo: z.string(), event: EventEnvelope })),
  /** Pass it back as `?after=`; more are waiting when `more`. */
  cursor: z.int().nonnegative(),
  more: z.boolean(),
  serverTime: Instant,
});
export type PullReply = z.infer<typeof PullReply>;

/** Metadata of a tus upload; the server checks the digest before it acknowledges. */
export const FileMeta = z.strictObject({
  digest: Digest,
  bytes: z.int().positive(),
  mime: z.string().max(60),
});
export type FileMeta = z.infer<typeof FileMeta>;

export const FilesStatus = z.strictObject({ have: z.array(Digest) });
