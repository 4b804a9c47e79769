import { z } from 'zod';
import type { IsoDate } from '../values/iso-date.ts';
import { LocalAmounts } from './local-amounts.ts';

const distinct = <T>(values: readonly T[]): boolean => new Set(values).size === values.length;

/** Every version of a district's amounts, in any order. Two that begin on one day would leave open which holds. */
export const AmountsList = z
  .array(LocalAmounts)
  .min(1)
  .max(200)
  .refine((all) => distinct(all.map(({ effectiveFrom }) => effectiveFrom)), 'two begin on the same day')
  .refine((all) => distinct(all.map(({ id }) => id)), 'two have the same id');

/** The version in force on a day, the latest that has begun by then; null when none has. Days are Shanghai's. */
export const amountsOn = (all: readonly LocalAmounts[], day: IsoDate): LocalAmounts | null =>
  all
    .filter(({ effectiveFrom }) => effectiveFrom <= day)
    .reduce<LocalAmounts | null>(
      (latest, one) => (latest && latest.effectiveFrom > one.effectiveFrom ? latest : one),
      null,
    );
