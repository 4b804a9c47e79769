import type { Spread } from './supervision-report.ts';

/** Median and 90th percentile of whole working days; null in the list: not computable, counted apart. */
export function spreadOf(days: readonly (number | null)[]): Spread {
  const known = days.filter((each) => each !== null).sort((a, b) => a - b);
  const at = (index: number): number | null => known[index] ?? null;
  const middle = (known.length - 1) / 2;
  const [low, high] = [at(Math.floor(middle)), at(Math.ceil(middle))];
  return {
    count: known.length,
    median: low === null || high === null ? null : (low + high) / 2,
    p90: at(Math.ceil(known.length * 0.9) - 1),
    unknown: days.length - known.length,
  };
}
