import type { Evidence } from '../../domain/application/evidence.ts';
import { peopleOf, type DraftSections } from '../../domain/application/forms.ts';
import type { PersonForm } from '../../domain/application/person.ts';

/**
 * Evidence that still belongs to the people as typed now. A signature stands for a name and number that were read out; when
 * either changes, or the person leaves the form, it has to be given again. The same holds for the certification.
 */
export function stillValid(before: DraftSections, after: DraftSections, evidence: Evidence): Evidence {
  const old = new Map(peopleOf(before).map((person) => [person.id, person]));
  const now = new Map(peopleOf(after).map((person) => [person.id, person]));
  const same = (id: string) => sameIdentity(old.get(id), now.get(id));
  const { certification } = evidence;
  return {
    ...evidence,
    signatures: evidence.signatures.filter(({ memberId, signerId }) => same(memberId) && same(signerId)),
    certification: certification && same(certification.personId) ? certification : null,
  };
}

const sameIdentity = (a: PersonForm | undefined, b: PersonForm | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.name === b.name &&
  a.idNumber === b.idNumber &&
  a.idKind === b.idKind;
