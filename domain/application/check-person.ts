import { checkIdAgainst, idFacts, normaliseIdNumber } from '../values/id-number.ts';
import { isIsoDate, type IsoDate } from '../values/iso-date.ts';
import { parsePersonName } from '../values/person-name.ts';
import { parsePhone } from '../values/phone.ts';
import type { Person, PersonForm } from './person.ts';

/** One thing to put right: the field and a code such as `idNumber.checkDigit` or `field.missing`. */
export interface FieldProblem {
  field: keyof PersonForm;
  code: string;
}

/** Checks a person as typed; the person comes back only when nothing is left to put right. */
export function checkPerson(
  form: PersonForm,
  today: IsoDate,
): { person: Person | null; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const name = parsePersonName(form.name);
  if (!form.name.trim()) problems.push({ field: 'name', code: 'field.missing' });
  else if (!name.ok) problems.push({ field: 'name', code: name.failure.code });
  const phone = form.phone.trim() ? parsePhone(form.phone) : null;
  if (phone && !phone.ok) problems.push({ field: 'phone', code: phone.failure.code });
  const id = identity(form, today, problems);
  if (form.health === 'severeDisability' && !form.disability)
    problems.push({ field: 'disability', code: 'field.missing' });
  if (problems.length > 0 || !id || !name.ok) return { person: null, problems };
  const { ethnicity, address, relation, marriage, health, disability, work, capacity, guardianId, sources } =
    form;
  const rest = {
    ethnicity,
    address,
    relation,
    marriage,
    health,
    disability,
    work,
    capacity,
    guardianId,
    sources,
  };
  const person = {
    id: form.id,
    idKind: form.idKind,
    name: name.value,
    phone: phone?.ok ? phone.value : '',
    ...id,
    ...rest,
  };
  return { person, problems };
}

/** Number, sex and birth: read from an 18-digit number, typed by hand for other documents. */
function identity(form: PersonForm, today: IsoDate, problems: FieldProblem[]) {
  if (!form.idNumber.trim()) {
    problems.push({ field: 'idNumber', code: 'field.missing' });
    return null;
  }
  if (form.idKind === 'other') {
    if (!form.sex) problems.push({ field: 'sex', code: 'field.missing' });
    if (!isIsoDate(form.birth) || form.birth > today) problems.push({ field: 'birth', code: 'date.invalid' });
    return form.sex ? { idNumber: form.idNumber.trim(), sex: form.sex, birth: form.birth } : null;
  }
  const facts = idFacts(form.idNumber, today);
  if (!facts.ok) {
    problems.push({ field: 'idNumber', code: facts.failure.code });
    return null;
  }
  const typed = {
    ...(form.sex ? { sex: form.sex } : {}),
    ...(isIsoDate(form.birth) ? { birth: form.birth } : {}),
  };
  const agrees = checkIdAgainst(form.idNumber, typed, today);
  if (!agrees.ok) {
    problems.push({
      field: agrees.failure.code.includes('sex') ? 'sex' : 'birth',
      code: agrees.failure.code,
    });
    return null;
  }
  return { idNumber: normaliseIdNumber(form.idNumber), sex: facts.value.sex, birth: facts.value.birth };
}
