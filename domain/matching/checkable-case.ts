import { closedSteps, type Step } from '../process/steps.ts';
import type { CheckableCase, CheckablePerson } from './authorized.ts';

interface Named {
  id: string;
  name: string;
  /** Absent: not known, as with a supporter nobody asked for it. */
  idNumber?: string;
}

/** What of a case's state the check needs; parts may be absent on a case that never had them. */
export interface CheckState {
  step: Step;
  application: {
    members: readonly Named[];
    supporters?: { people: readonly (Named & { consent: boolean | null })[] } | undefined;
  } | null;
  signatures: readonly { memberId: string; imageDigest: string }[];
  /** Ids of the people who took their authorization back. */
  withdrawnAuthorizations?: readonly string[] | undefined;
}

/** The people of a case with what each has signed. Assistance that runs stays open: it is checked again every year. */
export function checkableCase({ step, application, signatures, ...state }: CheckState): CheckableCase {
  const withdrawn = state.withdrawnAuthorizations ?? [];
  const person = (one: Named, role: CheckablePerson['role'], consents: boolean): CheckablePerson => ({
    personId: one.id,
    name: one.name,
    idNumber: one.idNumber ?? null,
    ...{ role, consents },
    signatureDigests: signatures.filter((s) => s.memberId === one.id).map((s) => s.imageDigest),
    withdrawn: withdrawn.includes(one.id),
  });
  const members = (application?.members ?? []).map((one) => person(one, 'member', true));
  const supporters = (application?.supporters?.people ?? []).map((one) =>
    person(one, 'supporter', one.consent === true),
  );
  return { open: !closedSteps.includes(step), people: [...members, ...supporters] };
}
