import { expect, it } from 'vitest';
import { createLimit } from './limit.ts';

it('never runs more than allowed, in the order asked, also past failures', async () => {
  const limit = createLimit(3);
  const begun: number[] = [];
  let [running, most] = [0, 0];
  const jobs = Array.from({ length: 50 }, (_, i) =>
    limit(async () => {
      begun.push(i);
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (i % 7 === 0) throw new Error('one of them');
    }),
  );
  const done = await Promise.allSettled(jobs);
  expect(done.filter(({ status }) => status === 'rejected')).toHaveLength(8);
  expect(begun).toEqual(jobs.map((_, i) => i));
  expect([most, running]).toEqual([3, 0]);
});
