import { z } from 'zod';
import { areaDigits, Level, levelOf } from '../alert/office.ts';
import { Role } from '../log/event-envelope.ts';
import { PersonName } from '../values/person-name.ts';
import { Phone } from '../values/phone.ts';

export const TicketChannel = z.enum(['phone', 'visit', 'letter', 'online']);
export type TicketChannel = z.infer<typeof TicketChannel>;

/** How the answer reached the person; `posted`: no way to reach them, laid out at the window. */
export const AnswerWay = z.enum(['phone', 'visit', 'letter', 'message', 'posted']);
export type AnswerWay = z.infer<typeof AnswerWay>;

/** Who asks; all null for somebody who does not want to be named. */
export const TicketPerson = z.strictObject({
  name: PersonName.nullable(),
  phone: Phone.nullable(),
  address: z.string().trim().min(2).max(200).nullable(),
});
export type TicketPerson = z.infer<typeof TicketPerson>;

const AreaCode = z.string().regex(/^\d{6}(\d{3}){0,2}$/);
export { AreaCode as TicketArea };

/** The staff member complained about; the account where it is known. */
export const AboutStaff = z.strictObject({ accountId: z.uuid().nullable(), role: Role, areaCode: AreaCode });
export type AboutStaff = z.infer<typeof AboutStaff>;

/** Whom a ticket is given to: an account as the district has it on record. */
export const NamedOwner = z
  .strictObject({ accountId: z.uuid(), role: Role, areaCode: AreaCode })
  .refine((owner) => ![null, 'grid'].includes(levelOf(owner)), { error: 'ticket.ownerRole' });
export type NamedOwner = z.infer<typeof NamedOwner>;

/** Who answers for a ticket: a named account, or after an escalation the desk above until somebody takes it. */
export const TicketOwner = z
  .strictObject({ level: Level, areaCode: AreaCode, accountId: z.uuid().nullable() })
  .refine(({ level, areaCode }) => areaCode.length === areaDigits[level], { error: 'office.areaCode' });
export type TicketOwner = z.infer<typeof TicketOwner>;

/** What somebody writes: never only blanks. */
export const Words = z.string().trim().min(1).max(2000);
