import type { DecideContext } from '../log/decision.ts';
import { levelOfRole, type Level } from '../process/steps.ts';
import { fail, type Failure } from '../values/result.ts';
import type { CaseState } from './case-state.ts';
import { documentsDue } from './documents-due.ts';
import { refused, step, type EffectsOf } from './effect.ts';

type Names =
  'claim' | 'release' | 'takeOver' | 'handOver' | 'noteDuplicate' | 'resolveDuplicate' | 'issueDocument';

const officeOf = ({ actor }: DecideContext): { level: Level } => ({ level: levelOfRole(actor.role) });

/** Whatever the office: what another person has is taken over with a reason, never just so. */
const heldByOther = ({ claim }: CaseState, by: string): Failure | null =>
  claim && claim.by !== by ? fail('case.claimedByOther', { accountId: claim.by }).failure : null;

/** Who has a case on the desk, what was found twice, what was given out on paper. */
export const deskEffects: EffectsOf<Names> = {
  claim: ({ state, move, context }) => {
    if (state.claim?.by === move.by) return fail('case.claimedAlready');
    const taken = heldByOther(state, move.by);
    return taken ? refused(taken) : step('case.claimed', move, officeOf(context));
  },

  release: ({ state, move }) => {
    if (!state.claim) return fail('case.notClaimed');
    const taken = heldByOther(state, move.by);
    return taken ? refused(taken) : step('case.released', move, {});
  },

  /** From a colleague, with a reason; what nobody has is simply claimed. */
  takeOver: ({ state, command, move, context }) => {
    if (!state.claim) return fail('case.notClaimed');
    if (state.claim.by === move.by) return fail('case.claimedAlready');
    return step('case.takenOver', move, {
      ...{ from: state.claim.by, reason: command.reason },
      ...officeOf(context),
    });
  },

  handOver: ({ state, command, move, context }) => {
    if (command.to === move.by) return fail('case.claimedAlready');
    const taken = heldByOther(state, move.by);
    if (taken) return refused(taken);
    return step('case.handedOver', move, { to: command.to, reason: command.reason, ...officeOf(context) });
  },

  noteDuplicate: ({ state, command, move }) => {
    const { duplicate } = command;
    const known = state.duplicates.some(
      (d) => d.duplicate.personId === duplicate.personId && d.duplicate.otherCaseId === duplicate.otherCaseId,
    );
    return known ? fail('duplicate.notedAlready') : step('duplicate.noted', move, { duplicate });
  },

  resolveDuplicate: ({ state, command, move }) => {
    const { personId, otherCaseId, resolution, reason } = command;
    const open = state.duplicates.some(
      (d) =>
        // A choice for the other case can be taken back: this one could never be confirmed any more.
        (d.resolution === null || d.resolution === 'keepOther') &&
        d.duplicate.personId === personId &&
        d.duplicate.otherCaseId === otherCaseId,
    );
    if (!open) return fail('duplicate.notOpen');
    return step('duplicate.resolved', move, { personId, otherCaseId, resolution, reason });
  },

  /** Only what a step on record leads to, once for each step. */
  issueDocument: ({ state, command, move, process }) => {
    const { issued } = command;
    const due = documentsDue(state, process).some(
      ({ document, about }) => document === issued.document && about === issued.about,
    );
    return due
      ? step('document.issued', move, { issued })
      : fail('document.notDue', { document: issued.document });
  },
};
