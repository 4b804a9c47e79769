import { actorProblem, type DecideContext, type Decision } from '../log/decision.ts';
import type { Actor } from '../log/event-envelope.ts';
import type { Process, Transition } from '../process/process.ts';
import { levelOfRole } from '../process/steps.ts';
import { fail, type Failure } from '../values/result.ts';
import type { CaseCommand } from './case-commands.ts';
import type { CaseEvent } from './case-events.ts';
import type { CaseState } from './case-state.ts';
import { decideSubmit } from './decide-submit.ts';
import type { Effect } from './effect.ts';
import { effects } from './effects.ts';
import { findTransition } from './find-transition.ts';
import { guards } from './guards.ts';

/**
 * Decides a command on a case: the only way to new events, on the station and again on the district server. Who may do
 * what, from which step, under which guards is data of the rule set; what the command says is checked by its effect.
 * Failures are codes: case.wrongStep, case.notYourRole, case.notYourArea, case.roleExpired, case.claimedByOther …
 */
export function decideCase(
  state: CaseState | null,
  command: CaseCommand,
  context: DecideContext,
): Decision<CaseEvent> {
  if (command.type === 'submit') return openCase(state, command, context);
  if (!state) return fail('case.notFound');
  const found = permitted(state, command.type, context);
  if (!found.ok) return found;
  const { process, transition } = found;
  for (const name of transition.guards) {
    const problem = guards[name]({ state, command: command.type, context, process });
    if (problem) return { ok: false, failure: problem };
  }
  // A clock that runs behind must not put anything before what it follows.
  const on = context.today > state.lastOn ? context.today : state.lastOn;
  const move = { on, by: context.actor.accountId, step: transition.to ?? state.step };
  const effect = effects[command.type] as Effect<CaseCommand>;
  return effect({ state, command, context, move, process });
}

function openCase(
  state: CaseState | null,
  command: Extract<CaseCommand, { type: 'submit' }>,
  context: DecideContext,
): Decision<CaseEvent> {
  if (state) return fail('case.exists');
  const { kind, villageCode } = command.application;
  if (!context.ruleSet.processes[kind]) return fail('case.kindUnknown', { kind });
  const problem = actorProblem(context.actor, villageCode, context.today);
  return problem ? { ok: false, failure: problem } : decideSubmit(command, context);
}

type Permitted = { ok: true; process: Process; transition: Transition } | { ok: false; failure: Failure };

/** Whether this person may do this to this case now, whatever the command says in detail. */
export function permitted(state: CaseState, command: CaseCommand['type'], context: DecideContext): Permitted {
  const { actor, today, ruleSet } = context;
  const process = ruleSet.processes[state.kind];
  if (!process) return fail('case.kindUnknown', { kind: state.kind });
  const problem = actorProblem(actor, state.villageCode, today);
  if (problem) return { ok: false, failure: problem };
  const ofCommand = process.transitions.filter((t) => t.command === command);
  if (!ofCommand.some(({ by }) => by.includes(actor.role))) return fail('case.notYourRole');
  const transition = findTransition(process, command, state.step);
  if (!transition) return fail('case.wrongStep', { step: state.step });
  if (!transition.by.includes(actor.role)) return fail('case.notYourRole');
  if (!transition.anyColleague && claimedByOther(state, actor))
    return fail('case.claimedByOther', { accountId: state.claim?.by ?? '' });
  return { ok: true, process, transition };
}

/** Another person of the same office has the case; the other level's work is not held up by it. */
function claimedByOther({ claim }: CaseState, actor: Actor): boolean {
  return claim !== null && claim.by !== actor.accountId && claim.level === levelOfRole(actor.role);
}
