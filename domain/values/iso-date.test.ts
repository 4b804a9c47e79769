import { describe, expect, it } from 'vitest';
import { addDays, ageOn, diffDays, formatChinese, IsoDate, shanghaiDate, weekday } from './iso-date.ts';

describe('IsoDate', () => {
  it.each(['2024-02-29', '1999-12-31', '2026-03-10'])('accepts %s', (text) => {
    expect(IsoDate.parse(text)).toBe(text);
  });

  it.each(['2025-02-29', '2025-13-01', '2025-00-10', '2025-1-1', '20250101', '2025-01-01T00:00:00Z', ''])(
    'refuses %s',
    (text) => {
      expect(IsoDate.safeParse(text).error?.issues[0]?.message).toBe('date.invalid');
    },
  );

  it('counts over leap days and years', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2025-01-01', -1)).toBe('2024-12-31');
    expect(diffDays('2024-02-28', '2025-02-28')).toBe(366);
    expect(() => addDays('2025-02-30', 1)).toThrow('2025-02-30');
  });

  it('knows the weekday, also before 1970', () => {
    expect(weekday('2026-03-10')).toBe(2);
    expect(weekday('1949-10-01')).toBe(6);
    expect(formatChinese('2026-03-10')).toBe('2026年3月10日 周二');
  });

  it('takes the day in Shanghai, not in UTC', () => {
    expect(shanghaiDate('2026-03-09T15:59:59.999Z')).toBe('2026-03-09');
    expect(shanghaiDate('2026-03-09T16:00:00.000Z')).toBe('2026-03-10');
    expect(shanghaiDate('2026-03-10T00:30:00+08:00')).toBe('2026-03-10');
  });

  it('turns a year older on the birthday itself', () => {
    expect(ageOn('1960-03-10', '2026-03-09')).toBe(65);
    expect(ageOn('1960-03-10', '2026-03-10')).toBe(66);
  });
});
