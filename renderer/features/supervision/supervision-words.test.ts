import { describe, expect, it } from 'vitest';
import { Step } from '../../../domain/process/steps.ts';
import { stepWords } from '../../../domain/supervision/supervision-words.ts';
import { stepNames } from '../../words/step-names.ts';
import { none, overdueWords, shareWords, spreadWords } from './figure-words.ts';
import { usualPeriods } from './period.ts';

describe('words of figures', () => {
  it('name steps as the rest of the page does', () => {
    for (const step of Step.options) expect(stepWords[step]).toBe(stepNames[step]);
  });

  it('say times, and what could not be computed', () => {
    expect(spreadWords({ count: 3, median: 2.5, p90: 8, unknown: 0 })).toBe('2.5 / 8');
    expect(spreadWords({ count: 1, median: 2, p90: 2, unknown: 4 })).toBe('2 / 2（另 4 件算不出）');
    expect(spreadWords({ count: 0, median: null, p90: null, unknown: 4 })).toBe('4 件算不出');
    expect(spreadWords({ count: 0, median: null, p90: null, unknown: 0 })).toBe(none);
  });

  it('never round a share up to all', () => {
    expect(shareWords(999, 1000)).toBe('999 / 1000（99%）');
    expect(shareWords(0, 0)).toBe(none);
    expect(shareWords(5, 5)).toBe('5 / 5（100%）');
  });

  it('name the periods that are over', () => {
    expect(overdueWords({ overdue: { review: 1, accept: 3 } })).toBe('受理 3、初审 1');
    expect(overdueWords({ overdue: {} })).toBe('');
  });
});

describe('usualPeriods', () => {
  it.each([
    ['2026-01-31', '2026-01-01'],
    ['2026-03-31', '2026-01-01'],
    ['2026-04-01', '2026-04-01'],
    ['2026-12-05', '2026-10-01'],
  ])('on %s the quarter began on %s', (today, from) => {
    expect(usualPeriods(today)[0]).toEqual({ label: '本季度', from, to: today });
  });

  it('go back to the month, the year, and 365 days', () => {
    expect(usualPeriods('2026-03-10').map(({ from }) => from)).toEqual([
      '2026-01-01',
      '2026-03-01',
      '2026-01-01',
      '2025-03-11',
    ]);
  });
});
