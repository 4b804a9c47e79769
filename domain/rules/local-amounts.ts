import { z } from 'zod';
import { Fen } from '../values/fen.ts';
import { IsoDate } from '../values/iso-date.ts';

const Percent = z.int().min(1).max(300);
const rising = (bands: readonly { belowPerCapitaFen: number }[]): boolean =>
  bands.every((band, i) => band.belowPerCapitaFen > (bands[i - 1]?.belowPerCapitaFen ?? 0));

/**
 * The amounts a district sets: configuration with a date and a source, never a literal. `fictional` amounts
 * serve demonstrations and must be shown as such. What is optional may be left open: then nothing is reckoned with it, never
 * guessed.
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
  /** 刚性支出: the share of the household's income that rigid spending must exceed, in percent (L §22). */
  rigidRatioPercent: Percent.optional(),
  /** 低保 by band instead of by difference (L §18): the first band whose upper end is above the per-capita income. */
  dibaoBands: z
    .array(z.strictObject({ belowPerCapitaFen: Fen.min(1), perPersonFen: Fen }))
    .min(1)
    .max(20)
    .refine(rising, 'bands must rise')
    .optional(),
  /** 低保 on top, for those whose life stays hard (L §20): percent of the standard for one person and month. */
  increments: z
    .strictObject({
      elderly: z.strictObject({ fromAge: z.int().min(50).max(120), percent: Percent }).optional(),
      minorPercent: Percent.optional(),
      severeDisabilityPercent: Percent.optional(),
      seriousIllnessPercent: Percent.optional(),
    })
    .optional(),
  /** 特困 (L §17): 分 a month; the care standard by what the person can do alone. */
  tekun: z
    .strictObject({
      basicFen: Fen.min(1),
      careFen: z.strictObject({ able: Fen, partial: Fen, unable: Fen }),
    })
    .optional(),
  /** 临时救助: most for one event, and most that is granted before the explanation (L §50, 金额较小). 分. */
  linshiCapFen: Fen.min(1).optional(),
  linshiFirstGrantFen: Fen.min(1).optional(),
});
export type LocalAmounts = z.infer<typeof LocalAmounts>;
