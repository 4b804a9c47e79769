import { z } from 'zod';
import { placeAfter } from '../alert/office.ts';
import { IsoDate } from '../values/iso-date.ts';
import { ticketEventData, type TicketEvent, type TicketEventOf } from './ticket-events.ts';
import { TicketOwner } from './ticket-values.ts';

export const TicketStep = z.enum(['OPEN', 'ANSWERED', 'CLOSED']);
export type TicketStep = z.infer<typeof TicketStep>;

/** One change of owner, kept for ever. `from` is null for the first. */
export const OwnerChange = z.strictObject({
  kind: z.enum(['opened', 'handedOver', 'taken', 'escalated']),
  from: TicketOwner.nullable(),
  to: TicketOwner,
  by: z.uuid(),
  on: IsoDate,
  reason: z.string(),
});
export type OwnerChange = z.infer<typeof OwnerChange>;

const { 'ticket.opened': Opened, 'ticket.answered': Answered, 'ticket.reopened': Reopened } = ticketEventData;

/** A ticket as its events tell it. */
export const TicketState = Opened.omit({ by: true, on: true }).extend({
  step: TicketStep,
  openedBy: z.uuid(),
  openedOn: IsoDate,
  /** The day the clock for the answer runs from: received, or reopened. */
  since: IsoDate,
  escalatedOn: IsoDate.nullable(),
  ownerChanges: z.array(OwnerChange),
  /** All of them, also those the person was not content with. */
  answers: z.array(Answered),
  reopened: z.array(Reopened),
  closedOn: IsoDate.nullable(),
});
export type TicketState = z.infer<typeof TicketState>;

/** Folds one event into the state. Throws on a history that no decide could have produced. */
export function applyTicketEvent(state: TicketState | null, event: TicketEvent): TicketState {
  if (event.type === 'ticket.opened') {
    if (state) throw new Error('ticket.opened twice');
    return opened(event.data);
  }
  if (!state) throw new Error(`${event.type} before ticket.opened`);
  switch (event.type) {
    case 'ticket.answered':
      return { ...state, step: 'ANSWERED', answers: [...state.answers, event.data] };
    case 'ticket.closed':
      if (state.step !== 'ANSWERED') throw new Error('ticket.closed without an answer');
      return { ...state, step: 'CLOSED', closedOn: event.data.on };
    case 'ticket.reopened': {
      const reopened = [...state.reopened, event.data];
      return { ...state, step: 'OPEN', since: event.data.on, escalatedOn: null, closedOn: null, reopened };
    }
    case 'ticket.handedOver':
      return owned(state, 'handedOver', event.data);
    case 'ticket.taken': {
      const { owner: to, by, on } = event.data;
      return owned(state, 'taken', { from: state.owner, to, by, on, reason: '' });
    }
    case 'ticket.escalated':
      return { ...owned(state, 'escalated', event.data), escalatedOn: event.data.on };
  }
}

function owned(
  state: TicketState,
  kind: OwnerChange['kind'],
  { from, to, by, on, reason }: Omit<OwnerChange, 'kind'>,
): TicketState {
  const ownerChanges = [...state.ownerChanges, { kind, from, to, by, on, reason }];
  return { ...state, owner: to, placeCode: placeAfter(state.placeCode, to), ownerChanges };
}

function opened({ by, on, ...data }: TicketEventOf<'ticket.opened'>['data']): TicketState {
  return {
    ...data,
    placeCode: placeAfter(data.placeCode, data.owner),
    ...{ step: 'OPEN', openedBy: by, openedOn: on, since: data.receivedOn },
    ...{ escalatedOn: null, closedOn: null, answers: [], reopened: [] },
    ownerChanges: [{ kind: 'opened', from: null, to: data.owner, by, on, reason: '' }],
  };
}
