import { levelOf } from '../alert/office.ts';
import { actorProblem, type DecideContext, type Decision } from '../log/decision.ts';
import type { Actor } from '../log/event-envelope.ts';
import { fail, ok, type Failure } from '../values/result.ts';
import type { TicketCommandOf } from './ticket-commands.ts';
import type { TicketEvent } from './ticket-events.ts';
import { ticketLimits } from './ticket-limits.ts';
import { confidentialRoles, conflicted, openerRoles, ownerOf } from './ticket-rights.ts';
import type { TicketState } from './ticket-state.ts';
import type { NamedOwner } from './ticket-values.ts';

/** Opens a ticket with an owner and its limit; what is about a staff member is confidential whether asked for or not. */
export function decideOpen(
  command: TicketCommandOf<'open'>,
  { actor, today }: DecideContext,
): Decision<TicketEvent> {
  const { kind, channel, receivedOn, person, what, placeCode, about, confidential, owner, limit } = command;
  const problem = actorProblem(actor, placeCode, today);
  if (problem) return { ok: false, failure: problem };
  if (!openerRoles.includes(actor.role) || levelOf(actor) === null) return fail('case.notYourRole', {});
  if (receivedOn > today) return fail('ticket.dayWrong', { from: null, until: today });
  const secret = confidential || about !== null;
  const wrongOwner = ownerProblem({ about, confidential: secret, placeCode }, owner, actor);
  if (wrongOwner) return { ok: false, failure: wrongOwner };
  const { kinds, reopenDays } = ticketLimits;
  const data = {
    ...{ kind, channel, receivedOn, person, what, placeCode, about, reopenDays },
    ...{ by: actor.accountId, on: today, owner: ownerOf(owner) },
    confidential: secret,
    limit: limit ?? kinds[kind],
  };
  return ok([{ type: 'ticket.opened', data }]);
}

/**
 * The owner has to be responsible for the place, or below who gives it; free of what it is about; and, where it is
 * confidential, one of those the district gives such tickets to: nobody else could ever read what they are to answer.
 */
export function ownerProblem(
  { about, confidential, placeCode }: Pick<TicketState, 'about' | 'confidential' | 'placeCode'>,
  owner: NamedOwner,
  giver: Actor,
): Failure | null {
  if (conflicted(about, owner)) return fail('ticket.ownerConflict', {}).failure;
  const near = placeCode.startsWith(owner.areaCode) || owner.areaCode.startsWith(giver.areaCode);
  if (!near) return fail('ticket.ownerElsewhere', {}).failure;
  return confidential && !confidentialRoles.includes(owner.role)
    ? fail('ticket.ownerConfidential', {}).failure
    : null;
}
