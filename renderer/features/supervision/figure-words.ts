import {
  SupervisedClock,
  type AreaFigures,
  type Spread,
} from '../../../domain/supervision/supervision-report.ts';
import { clockWords } from '../../../domain/supervision/supervision-words.ts';

/** What stands where nobody has the number. */
export const none = '—';

/** '中位 3 天，九成在 8 天内'; what could not be computed is said. */
export function spreadWords({ count, median, p90, unknown }: Spread): string {
  if (count === 0) return unknown > 0 ? `${unknown} 件算不出` : none;
  return `${median} / ${p90}${unknown > 0 ? `（另 ${unknown} 件算不出）` : ''}`;
}

/** '受理 3、初审 1': which periods are over. */
export const overdueWords = ({ overdue }: Pick<AreaFigures, 'overdue'>): string =>
  SupervisedClock.options
    .filter((clock) => overdue[clock])
    .map((clock) => `${clockWords[clock]} ${overdue[clock]}`)
    .join('、');

/** '8 / 10（80%）', rounded down: 99.9 is not all. */
export const shareWords = (done: number, of: number): string =>
  of === 0 ? none : `${done} / ${of}（${Math.floor((done * 100) / of)}%）`;
