import type { Person } from '../application/person.ts';
import type { CheckableCase, CheckablePerson } from './authorized.ts';

type Named = Pick<Person, 'id' | 'name' | 'idNumber'>;

/** What of a case's state the check needs; the later parts may be absent on a case that never had them. */
export interface CheckState {
  step: string;
  application: { members: readonly Named[]; supporters?: readonly (Named & { consents: boolean })[] } | null;
  signatures: readonly { memberId: string; imageDigest: string }[];
  /** Ids of the people who took their authorization back. */
  withdrawnAuthorizations?: readonly string[];
}

/** Steps in which nothing is assessed any more. */
const closedSteps: readonly string[] = ['WITHDRAWN', 'ABANDONED', 'REFUSED', 'TERMINATED', 'ENDED'];

/** The people of a case with what each has signed. Assistance that runs stays open: it is checked again every year. */
export function checkableCase({ step, application, signatures, ...state }: CheckState): CheckableCase {
  const withdrawn = state.withdrawnAuthorizations ?? [];
  const person = ({ id, name, idNumber }: Named, role: CheckablePerson['role'], consents: boolean) => ({
    ...{ personId: id, name, idNumber, role, consents },
    signatureDigests: signatures.filter((s) => s.memberId === id).map((s) => s.imageDigest),
    withdrawn: withdrawn.includes(id),
  });
  const members = (application?.members ?? []).map((one) => person(one, 'member', true));
  const supporters = (application?.supporters ?? []).map((one) => person(one, 'supporter', one.consents));
  return { open: !closedSteps.includes(step), people: [...members, ...supporters] };
}
