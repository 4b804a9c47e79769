import type { PropertyKind } from '../application/forms.ts';
import type { IncomeKind } from '../eligibility/income.ts';
import type { IsoDate } from '../values/iso-date.ts';
import type { StatusFact } from './facts.ts';
import type { Said } from './said.ts';
import type { Source } from './sources.ts';

/** `higher` and `lower` are what was found against what was stated; `unknown` cannot be compared. */
export type Difference = 'same' | 'higher' | 'lower' | 'differs' | 'notDeclared' | 'notFound' | 'unknown';

export const differenceTitles: Record<Difference, string> = {
  same: '一致',
  higher: '查到的比申报的多',
  lower: '查到的比申报的少',
  differs: '不一致',
  notDeclared: '查到，没有申报',
  notFound: '申报了，没有查到',
  unknown: '无法比对',
};

export type Topic =
  | { topic: 'income'; kind: IncomeKind }
  | { topic: 'property'; kind: PropertyKind }
  | { topic: 'household'; kind: 'size' }
  | { topic: 'status'; kind: StatusFact['kind'] };

/** One line of "declared against found". Nothing is tolerated: a 分 more is more. */
export type ComparisonRow = Topic & {
  personId: string;
  declared: Said | null;
  found: Said | null;
  /** Who said so; for what was not found, who answered. */
  sources: readonly Source[];
  /** The newest day the found records speak of. */
  asOf: IsoDate | null;
  difference: Difference;
  /** To be looked at first. */
  flag: 'deceased' | 'marriage' | null;
};

/** Compares amounts of one unit; null: not stated. */
export function amountDifference(declared: number | null, found: number): Difference {
  if (declared === null) return 'notDeclared';
  if (found === declared) return 'same';
  return found > declared ? 'higher' : 'lower';
}
