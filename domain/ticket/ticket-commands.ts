import { z } from 'zod';
import { IsoDate } from '../values/iso-date.ts';
import { TicketKind, TicketLimit } from './ticket-limits.ts';
import {
  AboutStaff,
  AnswerWay,
  NamedOwner,
  TicketArea,
  TicketChannel,
  TicketPerson,
  Words,
} from './ticket-values.ts';

/** Everything anybody may ask of a ticket; the same values travel to the district, which decides again. */
export const TicketCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('open'),
    kind: TicketKind,
    channel: TicketChannel,
    receivedOn: IsoDate,
    person: TicketPerson,
    what: Words,
    /** Where it belongs: village, town or the district. */
    placeCode: TicketArea,
    about: AboutStaff.nullable(),
    confidential: z.boolean(),
    owner: NamedOwner,
    /** Null: the default of the kind. */
    limit: TicketLimit.nullable(),
  }),
  z.strictObject({ type: z.literal('answer'), way: AnswerWay, toldOn: IsoDate, text: Words }),
  z.strictObject({ type: z.literal('close') }),
  z.strictObject({ type: z.literal('reopen'), reason: Words }),
  z.strictObject({ type: z.literal('handOver'), to: NamedOwner, reason: Words }),
  z.strictObject({ type: z.literal('take') }),
  z.strictObject({
    type: z.literal('escalate'),
    /** The person asks for it; without, only what is overdue goes up. */
    requested: z.boolean(),
    reason: Words,
  }),
]);
export type TicketCommand = z.infer<typeof TicketCommand>;
export type TicketCommandOf<T extends TicketCommand['type']> = Extract<TicketCommand, { type: T }>;
