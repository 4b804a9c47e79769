import { expect, it } from 'vitest';
import { within } from './within.ts';

it('gives the answer when it comes in time, its error too, and goes on without a late one', async () => {
  expect(await within(Promise.resolve(1), 1_000, 'late')).toBe(1);
  await expect(within(Promise.reject(new Error('no')), 1_000, 'late')).rejects.toThrow('no');
  expect(await within(new Promise(() => undefined), 1, 'late')).toBe('late');
});
