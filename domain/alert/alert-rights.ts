import { withinArea } from '../log/decision.ts';
import type { Actor, Role } from '../log/event-envelope.ts';
import type { AlertState } from './alert-state.ts';
import { atOrAbove, worksAt, type Office } from './office.ts';

/** Who gives alerts to others and closes them. A clerk or grid worker only does what is given to them. */
const directors: readonly Role[] = [
  'village',
  'townReviewer',
  'townHead',
  'districtReviewer',
  'districtHead',
];

/** May give it away, at the desk it lies with or above. */
export const mayDirect = (actor: Actor, office: Office): boolean =>
  directors.includes(actor.role) && atOrAbove(actor, office);

/** May take it on: the one named, or, where nobody is, anybody of the desk who is not there only for the window. */
export function mayTake(actor: Actor, holder: Office): boolean {
  if (!worksAt(actor, holder)) return false;
  return holder.accountId === null ? actor.role !== 'windowClerk' : holder.accountId === actor.accountId;
}

/** May say that it is overdue and has to go up: the desk itself, whoever is above it, and the district's own clock. */
export const mayEscalate = (actor: Actor, holder: Office): boolean =>
  actor.role === 'system' || atOrAbove(actor, holder);

/** Everybody of the area reads alerts; a grid worker only those raised by, given to or reported by themselves or their grid. */
export function mayReadAlert(state: AlertState, actor: Actor): boolean {
  if (!withinArea(actor, state.placeCode)) return false;
  if (actor.role !== 'grid') return true;
  const { raisedBy, followUps, holder } = state;
  return (
    raisedBy === actor.accountId ||
    followUps.some(({ by }) => by === actor.accountId) ||
    mayTake(actor, holder)
  );
}
