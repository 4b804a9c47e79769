import { fail } from '../values/result.ts';
import { documentsDue } from './documents-due.ts';
import { step, type EffectsOf } from './effect.ts';

type Names =
  'claim' | 'release' | 'takeOver' | 'handOver' | 'noteDuplicate' | 'resolveDuplicate' | 'issueDocument';

/** Who has a case on the desk, what was found twice, what was given out on paper. */
export const deskEffects: EffectsOf<Names> = {
  claim: ({ state, move }) =>
    state.claim?.by === move.by ? fail('case.claimedAlready') : step('case.claimed', move, {}),

  release: ({ state, move }) => (state.claim ? step('case.released', move, {}) : fail('case.notClaimed')),

  /** From a colleague, with a reason; what nobody has is simply claimed. */
  takeOver: ({ state, command, move }) => {
    if (!state.claim) return fail('case.notClaimed');
    if (state.claim.by === move.by) return fail('case.claimedAlready');
    return step('case.takenOver', move, { from: state.claim.by, reason: command.reason });
  },

  handOver: ({ command, move }) =>
    command.to === move.by
      ? fail('case.claimedAlready')
      : step('case.handedOver', move, { to: command.to, reason: command.reason }),

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
        d.resolution === null && d.duplicate.personId === personId && d.duplicate.otherCaseId === otherCaseId,
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
