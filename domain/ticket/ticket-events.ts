import { z } from 'zod';
import { IsoDate } from '../values/iso-date.ts';
import { TicketKind, TicketLimit } from './ticket-limits.ts';
import {
  AboutStaff,
  AnswerWay,
  TicketArea,
  TicketChannel,
  TicketOwner,
  TicketPerson,
  Words,
} from './ticket-values.ts';

/** Who did it and on which day. */
const done = { by: z.uuid(), on: IsoDate };
const move = z.strictObject({ ...done, from: TicketOwner, to: TicketOwner, reason: Words });

/** Payload of every event of a ticket stream, by type. */
export const ticketEventData = {
  'ticket.opened': z.strictObject({
    ...done,
    kind: TicketKind,
    channel: TicketChannel,
    receivedOn: IsoDate,
    person: TicketPerson,
    what: Words,
    placeCode: TicketArea,
    about: AboutStaff.nullable(),
    confidential: z.boolean(),
    owner: TicketOwner,
    limit: TicketLimit,
    reopenDays: z.int().positive(),
  }),
  'ticket.answered': z.strictObject({ ...done, way: AnswerWay, toldOn: IsoDate, text: Words }),
  'ticket.closed': z.strictObject(done),
  'ticket.reopened': z.strictObject({ ...done, reason: Words }),
  'ticket.handedOver': move,
  'ticket.taken': z.strictObject({ ...done, owner: TicketOwner }),
  'ticket.escalated': move.extend({ requested: z.boolean() }),
} as const;

export type TicketEventType = keyof typeof ticketEventData;
export type TicketEventOf<T extends TicketEventType> = {
  type: T;
  data: z.infer<(typeof ticketEventData)[T]>;
};
export type TicketEvent = { [T in TicketEventType]: TicketEventOf<T> }[TicketEventType];
