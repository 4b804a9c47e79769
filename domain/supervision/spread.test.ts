import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadOf } from './spread.ts';

describe('spreadOf', () => {
  it.each([
    [[], null, null],
    [[4], 4, 4],
    [[5, 2], 3.5, 5],
    [[9, 1, 2], 2, 9],
    [[10, 1, 2, 3, 4, 5, 6, 7, 8, 9], 5.5, 9],
    [[11, 10, 1, 2, 3, 4, 5, 6, 7, 8, 9], 6, 10],
  ])('%j: median %d, nine of ten within %d', (days, median, p90) => {
    expect(spreadOf(days)).toEqual({ count: days.length, median, p90, unknown: 0 });
  });

  it('counts apart what could not be computed', () => {
    expect(spreadOf([null, 3, null])).toEqual({ count: 1, median: 3, p90: 3, unknown: 2 });
    expect(spreadOf([null])).toEqual({ count: 0, median: null, p90: null, unknown: 1 });
  });

  it('has at least nine of ten at or below p90 and fewer than nine of ten below it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 80 }), (days) => {
        const { p90, median } = spreadOf(days);
        const share = (test: (each: number) => boolean): number => days.filter(test).length / days.length;
        expect(share((each) => each <= p90!)).toBeGreaterThanOrEqual(0.9);
        expect(share((each) => each < p90!)).toBeLessThan(0.9);
        expect(share((each) => each <= median!)).toBeGreaterThanOrEqual(0.5);
        expect(share((each) => each >= median!)).toBeGreaterThanOrEqual(0.5);
      }),
    );
  });
});
