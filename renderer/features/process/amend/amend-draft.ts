import type { Signature } from '../../../../domain/application/evidence.ts';
import { signatureValid } from '../../../../domain/application/evidence-rules.ts';
import { checkPerson } from '../../../../domain/application/check-person.ts';
import { needsGuardian } from '../../../../domain/application/facts.ts';
import type { Person, PersonForm } from '../../../../domain/application/person.ts';
import { seenFrom } from '../../../../domain/case/amended.ts';
import type { Amendment } from '../../../../domain/case/process-data.ts';
import type { Dossier } from '../../../../contract/views.ts';
import { blankPerson } from '../../identity/person-edit.ts';
import type { AmendChange, LeftBecause } from './amend-words.ts';

/** What is filled in, for whichever change. */
export interface AmendDraft {
  change: AmendChange | null;
  person: PersonForm;
  signature: Signature | null;
  /** Who left, or who takes the place of the applicant. */
  memberId: string;
  because: LeftBecause | null;
  note: string;
  villageCode: string;
}

type Household = Pick<Dossier, 'application' | 'signatures' | 'villageCode'>;

export function emptyAmendment({ application, villageCode }: Household): AmendDraft {
  const address = application.members[0]?.address ?? '';
  return {
    ...{ change: null, signature: null, memberId: '', because: null, note: '' },
    ...{ person: blankPerson({ relation: 'son', address }), villageCode },
  };
}

/** Which changes can be at all in this household. */
export function possibleChanges({ application: { members, agent } }: Household): AmendChange[] {
  const several: AmendChange[] = members.length > 1 ? ['memberLeft', 'applicantReplaced'] : [];
  return ['memberAdded', ...several, ...(agent.has ? (['agentWithdrew'] as const) : []), 'villageChanged'];
}

/** Who may take the applicant's place: anybody else who can sign. */
export const successors = ({ application }: Household, today: string): Person[] =>
  application.members.slice(1).filter((member) => !needsGuardian(member, today));

/** The household as it will be, the applicant first; null while it is not clear. */
export function membersThen(draft: AmendDraft, { application }: Household): PersonForm[] | null {
  const [applicant, ...others] = application.members;
  if (!applicant) return null;
  if (draft.change === 'memberAdded') return [applicant, ...others, draft.person];
  if (draft.change !== 'applicantReplaced') return null;
  const next = others.find(({ id }) => id === draft.memberId);
  if (!next || !draft.because) return null;
  const rest = others.filter((member) => member !== next);
  const before =
    draft.because === 'other' ? [{ ...applicant, relation: seenFrom(next.relation, applicant) }] : [];
  return [{ ...next, relation: 'self' }, ...before, ...rest];
}

/** Of 临时救助 the applicant alone had to sign, so that who takes the place may not have signed yet. */
export const mustSignNow = (draft: AmendDraft, { signatures }: Household): boolean =>
  draft.change === 'memberAdded' ||
  (draft.change === 'applicantReplaced' &&
    !signatures.some(({ memberId, signerId }) => memberId === draft.memberId && signerId === draft.memberId));

/** What is still to be filled in, in words. */
export function amendLacking(draft: AmendDraft, household: Household, today: string): string[] {
  const signed = draft.signature !== null || !mustSignNow(draft, household);
  switch (draft.change) {
    case null:
      return ['有什么变化'];
    case 'memberAdded': {
      const { problems } = checkPerson(draft.person, today);
      const people = [...household.application.members, draft.person];
      const { signature } = draft;
      const stands = signature?.memberId === draft.person.id && signatureValid(signature, people, today);
      return [...(problems.length > 0 ? ['家人的资料'] : []), ...(stands ? [] : ['授权签字'])];
    }
    case 'memberLeft':
      return [...(draft.memberId ? [] : ['哪一位']), ...(draft.because ? [] : ['为什么'])];
    case 'applicantReplaced': {
      const who = draft.memberId && draft.because ? [] : ['换成谁、为什么'];
      return [...who, ...(signed ? [] : ['授权签字'])];
    }
    case 'agentWithdrew':
      return [];
    case 'villageChanged':
      return draft.villageCode && draft.villageCode !== household.villageCode ? [] : ['搬到哪里'];
  }
}

/** The amendment to be decided on; null while something is lacking. */
export function amendmentOf(draft: AmendDraft, household: Household, today: string): Amendment | null {
  if (amendLacking(draft, household, today).length > 0) return null;
  const { change, memberId, because, signature, villageCode } = draft;
  const note = draft.note.trim();
  switch (change) {
    case null:
      return null;
    case 'memberAdded': {
      const { person } = checkPerson(draft.person, today);
      return person && signature ? { change, member: person, signature } : null;
    }
    case 'memberLeft':
      return because && { change, memberId, because, note };
    case 'applicantReplaced':
      return because && { change, applicantId: memberId, because, note, ...(signature ? { signature } : {}) };
    case 'agentWithdrew':
      return { change, note };
    case 'villageChanged':
      return { change, villageCode, note };
  }
}
