import { z } from 'zod';

/** UUID version 7 (RFC 9562), lower case: sorts by the time it was made. */
export const Uuid = z.uuidv7({ error: 'uuid.invalid' }).lowercase({ error: 'uuid.invalid' });
export type Uuid = z.infer<typeof Uuid>;

const RANDOM_BYTES = 10;

/** Makes a UUIDv7 from unix milliseconds (48 bits) and at least 10 random bytes, both given by the caller. */
export function makeUuid(unixMs: number, random: Uint8Array): Uuid {
  if (!Number.isSafeInteger(unixMs) || unixMs < 0 || unixMs >= 2 ** 48) {
    throw new RangeError('UUIDv7 takes unix milliseconds of 48 bits');
  }
  if (random.length < RANDOM_BYTES) throw new RangeError(`UUIDv7 takes ${RANDOM_BYTES} random bytes`);
  const tail = Array.from(random.subarray(0, RANDOM_BYTES));
  tail[0] = 0x70 | ((tail[0] ?? 0) & 0x0f);
  tail[2] = 0x80 | ((tail[2] ?? 0) & 0x3f);
  const time = unixMs.toString(16).padStart(12, '0');
  const hex = time + tail.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
