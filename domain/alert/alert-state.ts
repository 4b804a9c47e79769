import { z } from 'zod';
import { IsoDate } from '../values/iso-date.ts';
import { alertEventData, type AlertEvent, type AlertEventOf } from './alert-events.ts';
import { AlertPerson, AlertSource, PlaceCode, Words } from './alert-values.ts';
import { Office, placeAfter } from './office.ts';

/** OPEN: lies with a desk; ASSIGNED: given to one; ACCEPTED: somebody goes; REPORTED: visited, to be closed. */
export const AlertStep = z.enum(['OPEN', 'ASSIGNED', 'ACCEPTED', 'REPORTED', 'CLOSED']);
export type AlertStep = z.infer<typeof AlertStep>;

/** One passing on of the alert, kept for ever. `from` is null for the first. */
export const HandOver = z.strictObject({
  kind: z.enum(['raised', 'assigned', 'accepted', 'returned', 'escalated']),
  from: Office.nullable(),
  to: Office,
  by: z.uuid(),
  on: IsoDate,
  note: z.string(),
});
export type HandOver = z.infer<typeof HandOver>;

/** An alert as its events tell it. */
export const AlertState = z.strictObject({
  step: AlertStep,
  source: AlertSource,
  seen: Words,
  person: AlertPerson,
  /** Town or village the alert lies in now. */
  placeCode: PlaceCode,
  seenOn: IsoDate,
  raisedOn: IsoDate,
  raisedBy: z.uuid(),
  holder: Office,
  /** The desk that gave it away last and will close it; null while nobody has. */
  assigner: Office.nullable(),
  /** The day from which a desk has its working days to find somebody who goes. */
  waitingSince: IsoDate,
  /** The day somebody first had it in hand: named, or having accepted. */
  inHandOn: IsoDate.nullable(),
  reportBy: IsoDate.nullable(),
  handOvers: z.array(HandOver),
  followUps: z.array(alertEventData['alert.followedUp']),
  caseId: z.uuid().nullable(),
  closed: alertEventData['alert.closed'].nullable(),
});
export type AlertState = z.infer<typeof AlertState>;

/** Folds one event into the state. Throws on a history that no decide could have produced. */
export function applyAlertEvent(state: AlertState | null, event: AlertEvent): AlertState {
  if (event.type === 'alert.raised') {
    if (state) throw new Error('alert.raised twice');
    return raised(event.data);
  }
  if (!state) throw new Error(`${event.type} before alert.raised`);
  if (state.closed) throw new Error(`${event.type} after alert.closed`);
  switch (event.type) {
    case 'alert.assigned': {
      const { to, reportBy, assigner, on } = event.data;
      const inHandOn = state.inHandOn ?? (to.accountId === null ? null : on);
      return { ...moved(state, 'assigned', event.data), step: 'ASSIGNED', assigner, reportBy, inHandOn };
    }
    case 'alert.accepted': {
      const { holder, assigner, by, on } = event.data;
      const taken: HandOver = { kind: 'accepted', from: state.holder, to: holder, by, on, note: '' };
      const handOvers = [...state.handOvers, taken];
      return { ...state, step: 'ACCEPTED', holder, assigner, inHandOn: state.inHandOn ?? on, handOvers };
    }
    case 'alert.followedUp':
      return { ...state, step: 'REPORTED', followUps: [...state.followUps, event.data] };
    case 'alert.returned':
      return { ...moved(state, 'returned', event.data), ...waitingAgain, waitingSince: event.data.on };
    case 'alert.escalated':
      return { ...moved(state, 'escalated', event.data), ...waitingAgain, waitingSince: event.data.on };
    case 'alert.caseLinked':
      return { ...state, caseId: event.data.caseId };
    case 'alert.closed':
      return { ...state, step: 'CLOSED', closed: event.data };
  }
}

const waitingAgain = { step: 'OPEN', assigner: null, reportBy: null } as const;

function moved(
  state: AlertState,
  kind: HandOver['kind'],
  { from, to, by, on, note }: AlertEventOf<'alert.returned'>['data'],
): AlertState {
  return {
    ...state,
    holder: to,
    placeCode: placeAfter(state.placeCode, to),
    handOvers: [...state.handOvers, { kind, from, to, by, on, note }],
  };
}

function raised(data: AlertEventOf<'alert.raised'>['data']): AlertState {
  const { source, seen, person, placeCode, seenOn, holder, by, on } = data;
  return {
    ...{ step: 'OPEN', source, seen, person, placeCode, seenOn, holder },
    ...{ raisedOn: on, raisedBy: by, waitingSince: on },
    ...{ assigner: null, inHandOn: null, reportBy: null, caseId: null, closed: null },
    handOvers: [{ kind: 'raised', from: null, to: holder, by, on, note: '' }],
    followUps: [],
  };
}
