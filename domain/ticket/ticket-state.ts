import { placeAfter } from '../alert/office.ts';
import type { IsoDate } from '../values/iso-date.ts';
import type { TicketEvent, TicketEventOf } from './ticket-events.ts';
import type { TicketKind, TicketLimit } from './ticket-limits.ts';
import type { AboutStaff, AnswerWay, TicketChannel, TicketOwner, TicketPerson } from './ticket-values.ts';

export type TicketStep = 'OPEN' | 'ANSWERED' | 'CLOSED';

/** One change of owner, kept for ever. `from` is null for the first. */
export interface OwnerChange {
  kind: 'opened' | 'handedOver' | 'taken' | 'escalated';
  from: TicketOwner | null;
  to: TicketOwner;
  by: string;
  on: IsoDate;
  reason: string;
}
export interface TicketAnswer {
  way: AnswerWay;
  toldOn: IsoDate;
  text: string;
  by: string;
  on: IsoDate;
}

export interface TicketState {
  step: TicketStep;
  kind: TicketKind;
  channel: TicketChannel;
  receivedOn: IsoDate;
  person: TicketPerson;
  what: string;
  placeCode: string;
  about: AboutStaff | null;
  confidential: boolean;
  limit: TicketLimit;
  reopenDays: number;
  openedBy: string;
  openedOn: IsoDate;
  owner: TicketOwner;
  /** The day the clock for the answer runs from: received, or reopened. */
  since: IsoDate;
  escalatedOn: IsoDate | null;
  ownerChanges: OwnerChange[];
  /** All of them, also those the person was not content with. */
  answers: TicketAnswer[];
  reopened: { by: string; on: IsoDate; reason: string }[];
  closedOn: IsoDate | null;
}

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
