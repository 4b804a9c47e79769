import { expect, it } from 'vitest';
import { AttemptLimit } from './attempt-limit.ts';

it('counts misses per key within the window only', () => {
  const limit = new AttemptLimit(2, 1_000);
  limit.miss('a', 0);
  expect(limit.exceeded('a', 1)).toBe(false);
  limit.miss('a', 500);
  expect([limit.exceeded('a', 999), limit.exceeded('b', 999)]).toEqual([true, false]);
  expect(limit.exceeded('a', 1_001)).toBe(false);
});

it('does not grow with keys that callers make up', () => {
  const limit = new AttemptLimit(1, 1_000);
  for (let i = 0; i < 5_000; i += 1) limit.miss(`key ${i}`, 0);
  limit.miss('last', 0);
  expect(limit.exceeded('last', 1)).toBe(true);
});
