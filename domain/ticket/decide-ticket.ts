import { officeAbove } from '../alert/office.ts';
import { actorProblem, type DecideContext, type Decision } from '../log/decision.ts';
import { fail, ok } from '../values/result.ts';
import { decideOpen, ownerProblem } from './decide-open.ts';
import { reopenUntil, ticketDue, ticketOverdue } from './ticket-clock.ts';
import type { TicketCommand, TicketCommandOf } from './ticket-commands.ts';
import type { TicketEvent } from './ticket-events.ts';
import { mayHandOver, mayReadTicket, mayTakeTicket, ownerOf, owns } from './ticket-rights.ts';
import type { TicketState } from './ticket-state.ts';

type TicketDecision = Decision<TicketEvent>;
type Part<T extends TicketCommand['type']> = (
  state: TicketState,
  command: TicketCommandOf<T>,
  context: DecideContext,
) => TicketDecision;

/**
 * Decides a command on a ticket. Failures: case.roleExpired, case.notYourArea, case.notYourRole, ticket.exists,
 * ticket.notFound, ticket.wrongStep {step}, ticket.dayWrong {from, until}, ticket.ownerConflict, ticket.ownerElsewhere,
 * ticket.ownerConfidential, ticket.unanswered, ticket.reopenPast {until}, ticket.notOverdue {due}, ticket.escalatedToday, ticket.topLevel.
 */
export function decideTicket(
  state: TicketState | null,
  command: TicketCommand,
  context: DecideContext,
): TicketDecision {
  if (command.type === 'open') return state ? fail('ticket.exists', {}) : decideOpen(command, context);
  if (!state) return fail('ticket.notFound', {});
  const { actor } = context;
  const problem = actorProblem(actor, state.placeCode, context.today);
  if (problem) return { ok: false, failure: problem };
  // The district's own clock may send up what it may not read.
  if (!mayReadTicket(state, actor) && actor.role !== 'system') return notYourRole();
  switch (command.type) {
    case 'answer':
      return answer(state, command, context);
    case 'close':
      return close(state, command, context);
    case 'reopen':
      return reopen(state, command, context);
    case 'handOver':
      return handOver(state, command, context);
    case 'take':
      return take(state, command, context);
    case 'escalate':
      return escalate(state, command, context);
  }
}

const notYourRole = (): TicketDecision => fail('case.notYourRole', {});
const wrongStep = ({ step }: TicketState): TicketDecision => fail('ticket.wrongStep', { step });
const doneBy = ({ actor, today }: DecideContext) => ({ by: actor.accountId, on: today });

/** By the owner alone; told on a day since the clock runs. */
const answer: Part<'answer'> = (state, { way, toldOn, text }, context) => {
  if (!owns(state, context.actor)) return notYourRole();
  if (state.step !== 'OPEN') return wrongStep(state);
  const { since: from } = state;
  const until = context.today;
  if (toldOn < from || toldOn > until) return fail('ticket.dayWrong', { from, until });
  return ok([{ type: 'ticket.answered', data: { ...doneBy(context), way, toldOn, text } }]);
};

/** 事事有回音: nothing is closed before the person has been answered, again after it was reopened. */
const close: Part<'close'> = (state, _command, context) => {
  if (!owns(state, context.actor)) return notYourRole();
  if (state.step === 'OPEN') return fail('ticket.unanswered', {});
  if (state.step === 'CLOSED') return wrongStep(state);
  return ok([{ type: 'ticket.closed', data: doneBy(context) }]);
};

/** The person is not content: whoever of the area hears it writes it down. */
const reopen: Part<'reopen'> = (state, { reason }, context) => {
  if (context.actor.role === 'system') return notYourRole();
  const until = reopenUntil(state);
  if (state.step === 'OPEN' || until === null) return wrongStep(state);
  if (context.today > until) return fail('ticket.reopenPast', { until });
  return ok([{ type: 'ticket.reopened', data: { ...doneBy(context), reason } }]);
};

const handOver: Part<'handOver'> = (state, { to, reason }, context) => {
  if (!mayHandOver(state, context.actor)) return notYourRole();
  if (state.step !== 'OPEN') return wrongStep(state);
  const wrongOwner = ownerProblem(state, to, context.actor);
  if (wrongOwner) return { ok: false, failure: wrongOwner };
  const data = { ...doneBy(context), from: state.owner, to: ownerOf(to), reason };
  return ok([{ type: 'ticket.handedOver', data }]);
};

const take: Part<'take'> = (state, _command, context) => {
  if (!mayTakeTicket(state, context.actor)) return notYourRole();
  if (state.step !== 'OPEN') return wrongStep(state);
  const owner = { ...state.owner, accountId: context.actor.accountId };
  return ok([{ type: 'ticket.taken', data: { ...doneBy(context), owner } }]);
};

/** One level up and not twice a day, so that each level has its chance. The person's due date stays. */
const escalate: Part<'escalate'> = (state, { requested, reason }, context) => {
  const { actor, calendar, today } = context;
  if (requested && actor.role === 'system') return notYourRole();
  if (state.step !== 'OPEN') return wrongStep(state);
  if (!requested && !ticketOverdue(state, calendar, today))
    return fail('ticket.notOverdue', { due: ticketDue(state, calendar) });
  if (state.escalatedOn === today) return fail('ticket.escalatedToday', {});
  const to = officeAbove(state.owner);
  if (!to) return fail('ticket.topLevel', {});
  const data = { ...doneBy(context), from: state.owner, to, reason, requested };
  return ok([{ type: 'ticket.escalated', data }]);
};
