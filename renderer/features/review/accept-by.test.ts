import { describe, expect, it } from 'vitest';
import { shippedCalendar } from '../../../domain/calendar/shipped-calendar.ts';
import { acceptByIfSubmitted, acceptWords } from './accept-by.ts';

describe('when the answer comes', () => {
  it('follows the rule set and the working-day calendar (附件: 2 个工作日)', () => {
    expect(acceptByIfSubmitted('cq-jlp-2023', '2025-01-24', shippedCalendar)).toBe('2025-01-27');
    expect(acceptWords('2025-01-27', '2025-01-24')).toBe('我们会在 1月27日（周一）前告诉您是否受理。');
  });

  it('says that a day cannot be told yet instead of guessing one', () => {
    expect(acceptByIfSubmitted('cq-jlp-2023', '2026-12-31', shippedCalendar)).toBe('calendar.unpublished');
    expect(acceptWords('calendar.unpublished', '2026-12-31')).toContain('还没有公布');
  });

  it('has no day where the rules set none', () => {
    expect(acceptByIfSubmitted('cn-2021-57', '2025-01-24', shippedCalendar)).toBeNull();
    expect(acceptWords(null, '2025-01-24')).not.toMatch(/\d/);
  });
});
