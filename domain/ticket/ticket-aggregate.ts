import type { Aggregate } from '../log/aggregate.ts';
import { decideTicket } from './decide-ticket.ts';
import { TicketCommand } from './ticket-commands.ts';
import { ticketEventData, type TicketEvent } from './ticket-events.ts';
import { applyTicketEvent, type TicketState } from './ticket-state.ts';

/** 热线求助、信访诉求、举报投诉: a stream of its own, from the question to the answer told to the person (B14). */
export const ticketAggregate: Aggregate<TicketState, TicketCommand, TicketEvent> = {
  streamType: 'ticket',
  command: TicketCommand,
  eventData: ticketEventData,
  decide: decideTicket,
  apply: applyTicketEvent,
  areaCodeOf: ({ placeCode }) => placeCode,
  stepOf: ({ step }) => step,
  confidential: ({ confidential }) => confidential,
};
