import { expect, it } from 'vitest';
import { notBefore } from './backoff.ts';

const now = new Date('2026-03-10T02:00:00.000Z');
const waits = (attempts: number, byte: number) => Date.parse(notBefore(now, attempts, byte)) - now.getTime();

it('doubles from two seconds to five minutes, within half as much and half as much more', () => {
  expect([1, 2, 3, 8, 9, 50, 5000].map((attempts) => waits(attempts, 127.5))).toEqual([
    2_000, 4_000, 8_000, 256_000, 300_000, 300_000, 300_000,
  ]);
  expect([waits(1, 0), waits(1, 255)]).toEqual([1_000, 3_000]);
});
