import { z } from 'zod';
import { Digest } from '../application/evidence.ts';
import { Instant } from '../values/instant.ts';
import { IsoDate } from '../values/iso-date.ts';

export const Role = z.enum([
  'windowClerk',
  'townReviewer',
  'townHead',
  'village',
  'grid',
  'districtReviewer',
  'districtHead',
  'admin',
  /** The district server itself: answers of checks, duplicates, 自动放弃 after its limit. */
  'system',
  /** The portal for applications from home. */
  'portal',
]);
export type Role = z.infer<typeof Role>;

export const StreamType = z.enum(['case', 'alert', 'ticket']);
export type StreamType = z.infer<typeof StreamType>;

/** Who did it: an account in a role for a place. `areaCode` is 6 digits (district), 9 (town) or 12 (village). */
export const Actor = z.strictObject({
  accountId: z.uuid(),
  role: Role,
  areaCode: z.string().regex(/^\d{6}(\d{3}){0,2}$/),
  /** Last day of the role; absent: until it is taken away. */
  until: IsoDate.optional(),
});
export type Actor = z.infer<typeof Actor>;

/** One link of a stream's chain. `digest` covers every other field, `prevDigest` the event before (64 zeros first). */
export const EventEnvelope = z.strictObject({
  id: z.uuid(),
  streamType: StreamType,
  streamId: z.uuid(),
  version: z.int().positive(),
  type: z.string().max(60),
  data: z.unknown(),
  actor: Actor,
  deviceId: z.uuid(),
  stationTime: Instant,
  /** Counts up by one per event on a device, so a set-back clock shows. */
  counter: z.int().positive(),
  ruleSetId: z.string().max(40),
  prevDigest: Digest,
  digest: Digest,
});
export type EventEnvelope = z.infer<typeof EventEnvelope>;

export const firstPrevDigest = '0'.repeat(64);
