import { z } from 'zod';
import { IsoDate } from '../values/iso-date.ts';
import shipped from './ticket-limits.json' with { type: 'json' };

/** 热线求助、信访诉求、举报投诉 (Social Assistance Law §60, §68). */
export const TicketKind = z.enum(['hotline', 'petition', 'complaint']);
export type TicketKind = z.infer<typeof TicketKind>;

/** Working days for the answer, and where the number comes from. */
export const TicketLimit = z.strictObject({
  workingDays: z.int().min(1).max(60),
  source: z.string().trim().min(2).max(200),
});
export type TicketLimit = z.infer<typeof TicketLimit>;

const TicketLimits = z.strictObject({
  id: z.string(),
  title: z.string(),
  effectiveFrom: IsoDate,
  kinds: z.strictObject({ hotline: TicketLimit, petition: TicketLimit, complaint: TicketLimit }),
  /** Calendar days after the answer in which the person may have it taken up again. */
  reopenDays: z.int().min(1).max(366),
  reopenSource: z.string(),
});

/** Settings of the office, not law: each ticket keeps in its first event those it was opened under. */
export const ticketLimits = TicketLimits.parse(shipped);
