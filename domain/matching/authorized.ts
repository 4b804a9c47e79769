import type { CheckReason, CheckRequest } from './check.ts';

/** A person of a case as far as checking goes. Supporters live apart and are checked only with their consent (L §41). */
export interface CheckablePerson {
  personId: string;
  name: string;
  /** null: not known, so that nobody can be asked. */
  idNumber: string | null;
  role: 'member' | 'supporter';
  /** Only asked of supporters. */
  consents: boolean;
  /** The `imageDigest` of every 授权书 signed for this person on this case. */
  signatureDigests: readonly string[];
  withdrawn: boolean;
}

/** A case as far as checking goes. */
export interface CheckableCase {
  open: boolean;
  people: readonly CheckablePerson[];
}

export type Authorized =
  { ok: true; person: CheckablePerson & { idNumber: string } } | { ok: false; reason: CheckReason };
const no = (reason: CheckReason): Authorized => ({ ok: false, reason });

/**
 * May anybody be asked about this person now? The person comes from the case, never from the request: somebody who is not
 * of the case cannot be asked about at all (L §70).
 */
export function authorizedPerson(
  found: CheckableCase | null,
  { personId, signatureDigest }: CheckRequest['authorizations'][number],
): Authorized {
  if (!found?.open) return no('caseClosed');
  const person = found.people.find((one) => one.personId === personId);
  if (!person) return no('notOfCase');
  if (person.withdrawn) return no('withdrawn');
  if (person.role === 'supporter' && !person.consents) return no('noConsent');
  if (person.signatureDigests.length === 0) return no('noSignature');
  if (!person.signatureDigests.includes(signatureDigest)) return no('otherSignature');
  const { idNumber } = person;
  return idNumber === null ? no('noIdNumber') : { ok: true, person: { ...person, idNumber } };
}
