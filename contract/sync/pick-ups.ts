import { z } from 'zod';
import { Instant } from '../../domain/values/instant.ts';
import { addDays, IsoDate } from '../../domain/values/iso-date.ts';

/** Answer to a pick-up: it is on record, and these wait for the town to open them. */
export const PickUpReply = z.strictObject({
  at: Instant,
  waiting: z.array(
    z.strictObject({ caseId: z.uuid(), caseNo: z.string(), caseCode: z.string(), receivedAt: Instant }),
  ),
});
export type PickUpReply = z.infer<typeof PickUpReply>;

/** Two years of days at most: more is asked in parts. */
export const PickUpQuery = z
  .strictObject({ from: IsoDate, to: IsoDate })
  .refine(({ from, to }) => from <= to && to <= addDays(from, 731), { error: 'date.range', path: ['to'] });

export const PickUpReportReply = z.strictObject({
  pickUpsPerDay: z.int().positive().nullable(),
  towns: z.array(
    z.strictObject({
      townCode: z.string(),
      townName: z.string(),
      days: z.array(z.strictObject({ day: IsoDate, count: z.int().nonnegative() })),
      missing: z.array(IsoDate),
      onDaysOff: z.int().nonnegative(),
    }),
  ),
  unpublished: z.array(IsoDate),
});
export type PickUpReportReply = z.infer<typeof PickUpReportReply>;
