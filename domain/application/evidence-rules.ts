import type { IsoDate } from '../values/iso-date.ts';
import type { Certification, Consent, Signature } from './evidence.ts';
import { needsGuardian } from './facts.ts';
import type { Person, PersonForm } from './person.ts';

type Signer = Pick<Person | PersonForm, 'id' | 'birth' | 'capacity'>;

/** Whether a signature stands for its member: by the member, or by a grown-up of the household as guardian. */
export function signatureValid(signature: Signature, people: readonly Signer[], today: IsoDate): boolean {
  const member = people.find((p) => p.id === signature.memberId);
  const signer = people.find((p) => p.id === signature.signerId);
  if (!member || !signer) return false;
  if (!needsGuardian(member, today)) return signature.role === 'self' && signer.id === member.id;
  return signature.role === 'guardian' && signer.id !== member.id && !needsGuardian(signer, today);
}

/** Ids of those of `signers` (every member unless the kind says otherwise) whose 授权书 is not signed: every co-living member signs (《社会救助法》第四十条, annex). */
export function unsignedMembers(
  people: readonly Signer[],
  signatures: readonly Signature[],
  today: IsoDate,
  signers: readonly Signer[] = people,
): string[] {
  return signers
    .filter((p) => !signatures.some((s) => s.memberId === p.id && signatureValid(s, people, today)))
    .map((p) => p.id);
}

/**
 * Why the certification does not count yet, or null. By face only with consent granted and the last attempt accepted;
 * by the portal when it knows its user; otherwise a person decided, with a reason. The choice about face processing is asked in every case.
 */
export function certificationProblem(
  applicantId: string | null,
  consent: Consent | null,
  certification: Certification | null,
):
  | 'consent.notAsked'
  | 'certification.missing'
  | 'certification.notAccepted'
  | 'certification.consentMismatch'
  | null {
  if (!consent) return 'consent.notAsked';
  if (!certification || certification.personId !== applicantId) return 'certification.missing';
  if (!certification.accepted) return 'certification.notAccepted';
  if (certification.method === 'manual') return certification.manualReason ? null : 'certification.missing';
  if (certification.method === 'portal') return null;
  const last = certification.attempts.at(-1);
  if (!last?.accepted || last.score < last.threshold) return 'certification.notAccepted';
  const agreed = consent.decision === 'granted' && certification.consentId === consent.id;
  return agreed ? null : 'certification.consentMismatch';
}
