import { checkPerson } from '../application/check-person.ts';
import { signatureValid } from '../application/evidence-rules.ts';
import { needsGuardian } from '../application/facts.ts';
import type { DecideContext } from '../log/decision.ts';
import { fail, ok, type Failure } from '../values/result.ts';
import type { CaseDocument } from './case-commands.ts';
import type { CaseEvent } from './case-events.ts';
import { membersOf, type CaseState } from './case-state.ts';
import { refused, step, type EffectsOf } from './effect.ts';
import type { Amendment } from './process-data.ts';

type Names =
  | 'pickUp'
  | 'accept'
  | 'issueSupplement'
  | 'remindSupplement'
  | 'provideSupplement'
  | 'abandon'
  | 'withdraw'
  | 'terminate'
  | 'extend'
  | 'amend';

export const archived = (documents: readonly CaseDocument[]): CaseEvent[] =>
  documents.map((data) => ({ type: 'document.archived', data }));

/** From the arrival of an application to its acceptance, and how it can end on the way. */
export const intakeEffects: EffectsOf<Names> = {
  pickUp: ({ state, move }) => {
    if (state.appliedVia !== 'portal') return fail('case.notOnline');
    return state.pickedUp ? fail('case.pickedUpAlready') : step('application.pickedUp', move, {});
  },

  accept: ({ move }) => ok([{ type: 'application.accepted', data: { acceptedOn: move.on } }]),

  /** One notice lists everything; a second needs a recorded reason (一次性告知). */
  issueSupplement: ({ state, command, move, context }) => {
    if (state.supplements.length > 0 && !command.reason?.trim()) return fail('supplement.alreadyIssued');
    // What the checking mechanism can find out is never demanded (L §62).
    const slots = command.items.map(({ slot }) => slot).filter((slot) => isVerifiable(slot, context));
    if (slots.length > 0) return fail('supplement.verifiable', { slots });
    if (command.limit <= context.today) return fail('supplement.limitPast', { limit: command.limit });
    const { items, limit, reason } = command;
    return ok([{ type: 'supplement.issued', data: { items, limit, issuedOn: move.on, reason } }]);
  },

  remindSupplement: ({ command, move }) =>
    step('supplement.reminded', move, { how: command.by, note: command.note }),

  /** Every item of the notice must be met; after 自动放弃 only what was handed in within the limit counts. */
  provideSupplement: ({ state, command, move, context }) => {
    const notice = state.supplements.at(-1);
    if (!notice) return fail('case.wrongStep', { step: state.step });
    if (state.step === 'ABANDONED' && context.today > notice.limit)
      return fail('supplement.limitPast', { limit: notice.limit });
    const missing = notice.items.filter(
      (item) => !command.documents.some((d) => d.slot === item.slot && d.memberId === item.memberId),
    );
    if (missing.length > 0) return fail('supplement.itemsMissing', { slots: missing.map((m) => m.slot) });
    return ok([
      ...archived(command.documents),
      { type: 'supplement.provided', data: { submittedOn: move.on } },
    ]);
  },

  abandon: ({ state, move, context }) => {
    const notice = state.supplements.at(-1);
    if (!notice || context.today <= notice.limit)
      return fail('supplement.limitNotPassed', { limit: notice?.limit ?? '' });
    return ok([{ type: 'application.abandoned', data: { abandonedOn: move.on } }]);
  },

  withdraw: ({ command, move }) =>
    ok([{ type: 'application.withdrawn', data: { withdrawnOn: move.on, reason: command.reason } }]),

  /** 申请人死亡 ends a case only when nobody of the household is left to go on with it. */
  terminate: ({ state, command, move }) => {
    const { because, reason } = command;
    if (because === 'deceased' && membersOf(state).length > 1) return fail('amend.othersRemain');
    return step('case.terminated', move, { because, reason });
  },

  /** Once, for a reason the rule set knows; whoever does it approves it (annex, 办理时限). */
  extend: ({ state, command, move, context }) => {
    if (state.extension) return fail('case.extendedAlready');
    const { because, reason } = command;
    const known = context.ruleSet.wholeCase.extensionReasons.some(({ code }) => code === because);
    const untrue = because === 'objection' && state.objections.length === 0;
    return known && !untrue
      ? step('case.extended', move, { because, reason })
      : fail('case.extensionReason', { because });
  },

  amend: ({ state, command, move, context }) => {
    const problem = amendmentProblem(state, command.amendment, context);
    return problem
      ? refused(problem)
      : step('household.amended', quietly(state, command.amendment, move), {
          amendment: command.amendment,
        });
  },
};

const isVerifiable = (slot: string, { verifiable }: DecideContext): boolean =>
  verifiable.some((name) => name === slot);

/** Who applies or by whom changes nothing about the household: no new survey for that. */
function quietly<M extends { step: CaseState['step'] }>(state: CaseState, { change }: Amendment, move: M): M {
  return change === 'agentWithdrew' || change === 'villageChanged' ? { ...move, step: state.step } : move;
}

function amendmentProblem(state: CaseState, amendment: Amendment, { today }: DecideContext): Failure | null {
  const members = membersOf(state);
  const has = (id: string): boolean => members.some((member) => member.id === id);
  switch (amendment.change) {
    case 'memberAdded':
      return addedProblem(state, amendment, today);
    case 'memberLeft':
      if (!has(amendment.memberId)) return fail('amend.notAMember').failure;
      return amendment.memberId === state.applicantId ? fail('amend.isApplicant').failure : null;
    case 'applicantReplaced': {
      const next = members.find(({ id }) => id === amendment.applicantId);
      if (!next || next.id === state.applicantId) return fail('amend.notAMember').failure;
      if (needsGuardian(next, today)) return fail('amend.needsCapacity').failure;
      return hasSigned(state, amendment) ? null : unsigned(next.id);
    }
    case 'agentWithdrew':
      return state.application?.agent.has === true ? null : fail('amend.noAgent').failure;
    case 'villageChanged':
      return amendment.villageCode.startsWith(state.townCode) ? null : fail('amend.otherTown').failure;
  }
}

const unsigned = (memberId: string): Failure =>
  fail('submit.signatureMissing', { memberIds: [memberId] }).failure;

/** For 临时救助 the first applicant alone had to sign: whoever takes the place signs as well. */
function hasSigned(
  { signatures }: CaseState,
  { applicantId, signature }: Extract<Amendment, { change: 'applicantReplaced' }>,
): boolean {
  const own = signature ? [...signatures, signature] : signatures;
  return own.some(({ memberId, signerId }) => memberId === applicantId && signerId === applicantId);
}

/** Whoever joins signs as everybody did: the authorization covers only those who signed (L §40). */
function addedProblem(
  state: CaseState,
  { member, signature }: Extract<Amendment, { change: 'memberAdded' }>,
  today: string,
): Failure | null {
  const members = membersOf(state);
  if (members.some(({ id, idNumber }) => id === member.id || idNumber === member.idNumber))
    return fail('amend.alreadyAMember').failure;
  const { problems } = checkPerson(member, today);
  if (problems.length > 0)
    return fail('submit.membersInvalid', { missing: problems.map(({ field, code }) => `${field}:${code}`) })
      .failure;
  if (member.relation === 'self')
    return fail('submit.membersInvalid', { missing: ['relation:field.missing'] }).failure;
  const signed = signature.memberId === member.id && signatureValid(signature, [...members, member], today);
  return signed ? null : unsigned(member.id);
}
