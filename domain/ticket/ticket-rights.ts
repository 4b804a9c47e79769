import { atOrAbove, levelOf } from '../alert/office.ts';
import { withinArea } from '../log/decision.ts';
import type { Actor, Role } from '../log/event-envelope.ts';
import type { TicketState } from './ticket-state.ts';
import type { AboutStaff, NamedOwner, TicketOwner } from './ticket-values.ts';

/** Who reads and moves a confidential ticket besides its named owner. */
export const confidentialRoles: readonly Role[] = ['townHead', 'districtReviewer', 'districtHead'];

/** Who writes down what somebody asks or complains about. */
export const openerRoles: readonly Role[] = [
  'village',
  'windowClerk',
  'townReviewer',
  'townHead',
  'districtReviewer',
  'districtHead',
];
const managers: readonly Role[] = ['townHead', 'districtReviewer', 'districtHead'];

/** A town's staff with those of its villages are one house; the district's own another. */
const houseOf = (areaCode: string): string => areaCode.slice(0, 9);

/**
 * A complaint about somebody never comes to that person, nor to anybody of their house below its head; one about a town's head
 * to nobody of that house (回避).
 */
export function conflicted(
  about: AboutStaff | null,
  person: Pick<NamedOwner, 'accountId' | 'role' | 'areaCode'>,
): boolean {
  if (about === null) return false;
  if (about.accountId === person.accountId) return true;
  if (houseOf(about.areaCode) !== houseOf(person.areaCode)) return false;
  const isHead = person.role === 'townHead' || person.role === 'districtHead';
  return !isHead || about.role === 'townHead';
}

/** The named owner, as long as the complaint is not about the house they are in now. */
export const owns = ({ owner, about }: TicketState, actor: Actor): boolean =>
  owner.accountId === actor.accountId && !conflicted(about, actor);

/** Whether somebody may see the ticket at all: area, 回避, and for a confidential one the few named roles or its owner. */
export function mayReadTicket(state: TicketState, actor: Actor): boolean {
  if (!withinArea(actor, state.placeCode) || conflicted(state.about, actor)) return false;
  if (!state.confidential) return openerRoles.includes(actor.role);
  return confidentialRoles.includes(actor.role) || owns(state, actor);
}

/** May give it to somebody else: its owner, or a head at or above the owner's desk. */
export const mayHandOver = (state: TicketState, actor: Actor): boolean =>
  owns(state, actor) || (managers.includes(actor.role) && atOrAbove(actor, state.owner));

/** May take it for the desk it has come up to. */
export const mayTakeTicket = ({ owner }: TicketState, actor: Actor): boolean =>
  owner.accountId === null &&
  levelOf(actor) === owner.level &&
  actor.areaCode === owner.areaCode &&
  actor.role !== 'windowClerk';

/** The owner as the ticket keeps it; the role's level says which desk. */
export function ownerOf({ accountId, role, areaCode }: NamedOwner): TicketOwner {
  const level = levelOf({ role, areaCode });
  if (level === null) throw new Error(`${role} owns no ticket`);
  return { level, areaCode, accountId };
}
