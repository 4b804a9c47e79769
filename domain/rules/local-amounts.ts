import { z } from 'zod';
import { Fen } from '../values/fen.ts';
import { IsoDate } from '../values/iso-date.ts';

/**
 * The amounts a district sets: configuration with a date and a source, never a literal. `fictional` amounts
 * serve demonstrations and must be shown as such.
 */
export const LocalAmounts = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{3,40}$/),
  title: z.string().min(2).max(100),
  effectiveFrom: IsoDate,
  source: z.string().min(2).max(300),
  fictional: z.boolean(),
  /** 低保标准: 分 per person and month. */
  standardFen: Fen.min(1),
  /** 低保边缘 line as percent of the standard (L §21 leaves the share to the province). */
  marginPercent: z.int().min(100).max(300),
  /** Last year's 人均可支配收入 in 分 per person and year (L §22). */
  disposableIncomeYearFen: Fen,
});
export type LocalAmounts = z.infer<typeof LocalAmounts>;
