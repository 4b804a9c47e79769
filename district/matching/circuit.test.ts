import { expect, it } from 'vitest';
import { afterFailure, allowed, backoffMs, closedCircuit } from './circuit.ts';

const limits = { breakAfter: 2, pauseMs: 100 };

it('pauses after so many failures in a row, then lets one try', () => {
  const once = afterFailure(closedCircuit, limits, 1000);
  expect(allowed(once, 4, 1000)).toBe(4);
  const twice = afterFailure(once, limits, 1000);
  expect([1000, 1099, 1100].map((now) => allowed(twice, 4, now))).toEqual([0, 0, 1]);
  const again = afterFailure(twice, limits, 1100);
  expect(allowed(again, 4, 1199)).toBe(0);
  expect(allowed(closedCircuit, 4, 1199)).toBe(4);
});

it('doubles the wait up to ten minutes, spread by half', () => {
  expect([1, 2, 3].map((attempts) => backoffMs(100, attempts, 0.5))).toEqual([100, 200, 400]);
  expect(backoffMs(100, 1, 0)).toBe(50);
  expect(backoffMs(100, 1, 1)).toBe(150);
  expect(backoffMs(2000, 60, 0.5)).toBe(600_000);
});
