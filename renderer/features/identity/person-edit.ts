import { PersonForm } from '../../../domain/application/person.ts';
import type { IdFacts } from '../../../domain/values/id-number.ts';
import { newId } from '../../new-id.ts';

type Field = Exclude<keyof PersonForm, 'id' | 'sources'>;

/** Nobody yet: every field empty, with an id of its own. */
export const blankPerson = (over: Partial<PersonForm> = {}): PersonForm =>
  PersonForm.parse({ id: newId(), ...over });

/** Puts typed answers into the form and notes that they were typed by hand. */
export function typed(person: PersonForm, answers: Partial<Pick<PersonForm, Field>>): PersonForm {
  const sources = { ...person.sources };
  for (const field of Object.keys(answers)) sources[field] = 'manual';
  return { ...person, ...answers, sources };
}

/** The number as typed; a valid one fills sex, birth and the kind of document. */
export function typedNumber(person: PersonForm, idNumber: string, facts: IdFacts | null): PersonForm {
  if (!facts) return typed(person, { idNumber });
  return typed(person, { idNumber, sex: facts.sex, birth: facts.birth, idKind: facts.kind });
}
