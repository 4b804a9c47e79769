import type { Aggregate } from '../log/aggregate.ts';
import { decideTicket } from './decide-ticket.ts';
import { ticketDue } from './ticket-clock.ts';
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
  // What is about a town's head is no business of anybody in the town: it lies with the district only (回避).
  areaCodeOf: ({ placeCode, about }) =>
    about?.role === 'townHead' && placeCode.startsWith(about.areaCode) ? placeCode.slice(0, 6) : placeCode,
  stepOf: ({ step }) => step,
  confidential: ({ confidential }) => confidential,
  ownerOf: ({ owner }) => owner.accountId,
  dueOf: (state, { calendar }) => ticketDue(state, calendar),
};
