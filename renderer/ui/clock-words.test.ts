import { describe, expect, it } from 'vitest';
import { clockWords } from './clock-words.ts';

const clock = { totalWorkingDays: 15, extended: false, pausedSince: null };

describe('the time of a case in words', () => {
  it.each([
    [10, 5, '已用 10 个工作日，剩 5 个'],
    [15, 0, '已用 15 个工作日，剩 0 个'],
    [17, -2, '已用 17 个工作日，超了 2 个'],
  ])('%s used, %s left', (usedWorkingDays, leftWorkingDays, words) => {
    expect(clockWords({ ...clock, usedWorkingDays, leftWorkingDays })).toBe(words);
  });

  it('gives no number where no calendar does', () => {
    const unknown = 'calendar.unpublished' as const;
    expect(clockWords({ ...clock, usedWorkingDays: unknown, leftWorkingDays: unknown })).toContain(
      '算不出来',
    );
  });
});
