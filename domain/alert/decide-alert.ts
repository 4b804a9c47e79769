import { actorProblem, type DecideContext, type Decision } from '../log/decision.ts';
import { fail, ok } from '../values/result.ts';
import { alertDue, alertOverdue } from './alert-clock.ts';
import type { AlertCommand, AlertCommandOf } from './alert-commands.ts';
import type { AlertEvent } from './alert-events.ts';
import { mayDirect, mayEscalate, mayTake } from './alert-rights.ts';
import type { AlertState, AlertStep } from './alert-state.ts';
import { decideAssign } from './decide-assign.ts';
import { decideRaise } from './decide-raise.ts';
import { levelOf, officeAbove } from './office.ts';

type AlertDecision = Decision<AlertEvent>;
type Part<T extends AlertCommand['type']> = (
  state: AlertState,
  command: AlertCommandOf<T>,
  context: DecideContext,
) => AlertDecision;

/**
 * Decides a command on an alert. Failures: case.roleExpired, case.notYourArea, case.notYourRole, alert.exists, alert.notFound,
 * alert.wrongStep {step}, alert.dayWrong {from, until}, alert.assignDown, alert.notOverdue {due}, alert.topLevel,
 * alert.noFollowUp, alert.ownReport, alert.noApplication, alert.noNeedFound.
 */
export function decideAlert(
  state: AlertState | null,
  command: AlertCommand,
  context: DecideContext,
): AlertDecision {
  if (command.type === 'raise') return state ? fail('alert.exists', {}) : decideRaise(command, context);
  if (!state) return fail('alert.notFound', {});
  const problem = actorProblem(context.actor, state.placeCode, context.today);
  if (problem) return { ok: false, failure: problem };
  switch (command.type) {
    case 'assign':
      return decideAssign(state, command, context);
    case 'accept':
      return accept(state, command, context);
    case 'report':
      return report(state, command, context);
    case 'return':
      return giveBack(state, command, context);
    case 'escalate':
      return escalate(state, command, context);
    case 'linkCase':
      return linkCase(state, command, context);
    case 'close':
      return close(state, command, context);
  }
}

const notYourRole = (): AlertDecision => fail('case.notYourRole', {});
const wrongStep = ({ step }: AlertState): AlertDecision => fail('alert.wrongStep', { step });
const isAt = (state: AlertState, ...steps: AlertStep[]): boolean => steps.includes(state.step);
const doneBy = ({ actor, today }: DecideContext) => ({ by: actor.accountId, on: today });

const accept: Part<'accept'> = (state, _command, context) => {
  const { holder, assigner } = state;
  if (!mayTake(context.actor, holder)) return notYourRole();
  if (!isAt(state, 'OPEN', 'ASSIGNED')) return wrongStep(state);
  const taken = { ...holder, accountId: context.actor.accountId };
  const data = { ...doneBy(context), holder: taken, assigner: assigner ?? { ...holder, accountId: null } };
  return ok([{ type: 'alert.accepted', data }]);
};

/** By whoever accepted it; the visit lies between the day something was seen and today. */
const report: Part<'report'> = (state, { visitedOn, findings, result }, context) => {
  if (!mayTake(context.actor, state.holder)) return notYourRole();
  if (!isAt(state, 'ACCEPTED')) return wrongStep(state);
  const { seenOn: from } = state;
  const until = context.today;
  if (visitedOn < from || visitedOn > until) return fail('alert.dayWrong', { from, until });
  return ok([{ type: 'alert.followedUp', data: { ...doneBy(context), visitedOn, findings, result } }]);
};

/** Back to the desk that gave it, with a reason. */
const giveBack: Part<'return'> = (state, { reason }, context) => {
  const { holder: from, assigner } = state;
  if (!mayTake(context.actor, from)) return notYourRole();
  if (!isAt(state, 'ASSIGNED', 'ACCEPTED') || !assigner) return wrongStep(state);
  const to = { ...assigner, accountId: null };
  return ok([{ type: 'alert.returned', data: { ...doneBy(context), from, to, note: reason } }]);
};

const escalate: Part<'escalate'> = (state, { reason }, context) => {
  const { holder: from } = state;
  if (!mayEscalate(context.actor, from)) return notYourRole();
  if (!isAt(state, 'OPEN', 'ASSIGNED', 'ACCEPTED')) return wrongStep(state);
  if (!alertOverdue(state, context, context.today))
    return fail('alert.notOverdue', { due: alertDue(state, context) });
  const to = officeAbove(from);
  if (!to) return fail('alert.topLevel', {});
  return ok([{ type: 'alert.escalated', data: { ...doneBy(context), from, to, note: reason } }]);
};

/** 需要救助 leads to an application; which one is written down. */
const linkCase: Part<'linkCase'> = (state, { caseId }, context) => {
  const level = levelOf(context.actor);
  if (level === null || level === 'grid') return notYourRole();
  if (!isAt(state, 'REPORTED')) return wrongStep(state);
  if (state.followUps.at(-1)?.result !== 'needHelp') return fail('alert.noNeedFound', {});
  return ok([{ type: 'alert.caseLinked', data: { ...doneBy(context), caseId } }]);
};

/** By the level that gave it away or one above, never by who went; 需要救助 not without its application. */
const close: Part<'close'> = (state, { conclusion }, context) => {
  const { actor } = context;
  if (!mayDirect(actor, state.assigner ?? state.holder)) return notYourRole();
  const last = state.followUps.at(-1);
  if (!last) return fail('alert.noFollowUp', {});
  if (!isAt(state, 'REPORTED')) return wrongStep(state);
  if (last.by === actor.accountId) return fail('alert.ownReport', {});
  if (last.result === 'needHelp' && state.caseId === null) return fail('alert.noApplication', {});
  return ok([{ type: 'alert.closed', data: { ...doneBy(context), conclusion } }]);
};
