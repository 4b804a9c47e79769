import { z } from 'zod';

const none = z.strictObject({});
const step = z.strictObject({ step: z.string() });
/** Days within which a day given has to lie; null: open. */
const days = z.strictObject({ from: z.string().nullable(), until: z.string().nullable() });
const due = z.strictObject({ due: z.string().nullable() });

/** What the rules of alerts and tickets refuse. */
export const alertTicketFailures = {
  'alert.notFound': none,
  'alert.exists': none,
  'alert.wrongStep': step,
  'alert.dayWrong': days,
  'alert.assignDown': none,
  'alert.notOverdue': due,
  'alert.topLevel': none,
  'alert.noFollowUp': none,
  'alert.ownReport': none,
  'alert.noApplication': none,
  'alert.noNeedFound': none,
  'ticket.notFound': none,
  'ticket.exists': none,
  'ticket.wrongStep': step,
  'ticket.dayWrong': days,
  'ticket.ownerConflict': none,
  'ticket.ownerElsewhere': none,
  'ticket.ownerConfidential': none,
  'ticket.unanswered': none,
  'ticket.reopenPast': z.strictObject({ until: z.string() }),
  'ticket.notOverdue': due,
  'ticket.escalatedToday': none,
  'ticket.topLevel': none,
} as const;
