import { fail, ok } from '../values/result.ts';
import type { CaseCommand } from './case-commands.ts';
import type { CaseEvent } from './case-events.ts';
import type { CaseState } from './case-state.ts';
import { withinArea, type DecideContext, type Decision } from '../log/decision.ts';
import { decideSubmit } from './decide-submit.ts';

type CaseDecision = Decision<CaseEvent>;
const refuse = (code: string, data: Record<string, unknown> = {}): CaseDecision => fail(code, data);

/**
 * Decides a command on a case: the only way to new events, on the station and again on the district server.
 * Failures are codes: case.wrongStep, case.notYourRole, case.notYourArea, case.sameReviewer, supplement.alreadyIssued …
 */
export function decideCase(
  state: CaseState | null,
  command: CaseCommand,
  context: DecideContext,
): CaseDecision {
  if (command.type === 'submit') return state ? refuse('case.exists') : decideSubmit(command, context);
  if (!state) return refuse('case.notFound');
  if (!withinArea(context.actor, state.townCode)) return refuse('case.notYourArea');
  switch (command.type) {
    case 'accept':
      return reviewed(state, context, () =>
        ok([{ type: 'application.accepted', data: { acceptedOn: context.today } }]),
      );
    case 'issueSupplement':
      return reviewed(state, context, () => issueSupplement(state, command, context));
    case 'provideSupplement':
      return provideSupplement(state, command, context);
    case 'withdraw':
      if (state.step !== 'SUBMITTED' && state.step !== 'SUPPLEMENT' && state.step !== 'ACCEPTED')
        return wrongStep(state);
      if (context.actor.role !== 'windowClerk' && context.actor.role !== 'townReviewer')
        return refuse('case.notYourRole');
      return ok([
        { type: 'application.withdrawn', data: { withdrawnOn: context.today, reason: command.reason } },
      ]);
    case 'abandon':
      return abandon(state, context);
  }
}

const wrongStep = (state: CaseState): CaseDecision => refuse('case.wrongStep', { step: state.step });

/** Acceptance belongs to the town's reviewer, never to the person who entered the application. */
function reviewed(state: CaseState, { actor }: DecideContext, then: () => CaseDecision): CaseDecision {
  if (actor.role !== 'townReviewer' && actor.role !== 'townHead') return refuse('case.notYourRole');
  if (actor.accountId === state.enteredBy) return refuse('case.sameReviewer');
  if (state.step !== 'SUBMITTED') return wrongStep(state);
  return then();
}

/** One notice lists everything missing; a second needs a recorded reason (一次性告知). */
function issueSupplement(
  state: CaseState,
  command: Extract<CaseCommand, { type: 'issueSupplement' }>,
  { today }: DecideContext,
): CaseDecision {
  if (state.supplements.length > 0 && !command.reason?.trim()) return refuse('supplement.alreadyIssued');
  if (command.limit <= today) return refuse('supplement.limitPast', { limit: command.limit });
  const { items, limit, reason } = command;
  return ok([{ type: 'supplement.issued', data: { items, limit, issuedOn: today, reason } }]);
}

/** Every item of the notice must be met by a document for the same slot and member. */
function provideSupplement(
  state: CaseState,
  command: Extract<CaseCommand, { type: 'provideSupplement' }>,
  { actor, today }: DecideContext,
): CaseDecision {
  if (actor.role !== 'windowClerk') return refuse('case.notYourRole');
  const notice = state.supplements.at(-1);
  if (state.step !== 'SUPPLEMENT' || !notice) return wrongStep(state);
  const missing = notice.items.filter(
    (item) => !command.documents.some((d) => d.slot === item.slot && d.memberId === item.memberId),
  );
  if (missing.length > 0) return refuse('supplement.itemsMissing', { slots: missing.map((m) => m.slot) });
  return ok([
    ...command.documents.map((data): CaseEvent => ({ type: 'document.archived', data })),
    { type: 'supplement.provided', data: { submittedOn: today } },
  ]);
}

/** 自动放弃 only after the notice's limit has passed; recorded by a person, never by the clock alone. */
function abandon(state: CaseState, { actor, today }: DecideContext): CaseDecision {
  if (actor.role !== 'townReviewer' && actor.role !== 'townHead') return refuse('case.notYourRole');
  const notice = state.supplements.at(-1);
  if (state.step !== 'SUPPLEMENT' || !notice) return wrongStep(state);
  if (today <= notice.limit) return refuse('supplement.limitNotPassed', { limit: notice.limit });
  return ok([{ type: 'application.abandoned', data: { abandonedOn: today } }]);
}
