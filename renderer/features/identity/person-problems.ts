import { checkPerson } from '../../../domain/application/check-person.ts';
import type { PersonForm } from '../../../domain/application/person.ts';
import type { IsoDate } from '../../../domain/values/iso-date.ts';
import { problemWords } from '../../words/field-problems.ts';

/** What is wrong with a field, in words, or null. An empty field is no error while somebody still fills the form. */
export function personProblems(form: PersonForm, today: IsoDate): (field: keyof PersonForm) => string | null {
  const { problems } = checkPerson(form, today);
  return (field) => {
    const problem = problems.find((p) => p.field === field && p.code !== 'field.missing');
    const unfinished = problem?.code === 'idNumber.length' && form.idNumber.trim().length < 18;
    return problem && !unfinished ? problemWords(problem.code) : null;
  };
}
