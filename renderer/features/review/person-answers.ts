import { needsGuardian } from '../../../domain/application/facts.ts';
import type { Person, PersonForm } from '../../../domain/application/person.ts';
import { ageOn, formatChinese, isIsoDate, type IsoDate } from '../../../domain/values/iso-date.ts';
import {
  disabilityGradeNames,
  disabilityKindNames,
  healthNames,
  idKindNames,
  marriageNames,
  relationNames,
  sexNames,
  workNames,
} from '../../words/person-names.ts';
import { answer, type Answer } from './answer.ts';

type AnyPerson = Person | PersonForm;

/** What is on record of one person, in the order of the paper form. `people` names the guardian. */
export function personAnswers(
  person: AnyPerson,
  people: readonly Pick<AnyPerson, 'id' | 'name'>[],
  today: IsoDate,
): Answer[] {
  const { sources } = person;
  const guardian = people.find(({ id }) => id === person.guardianId);
  return [
    answer('姓名', person.name, sources['name']),
    answer(idKindNames[person.idKind], person.idNumber, sources['idNumber']),
    answer('性别', person.sex && sexNames[person.sex], sources['sex']),
    answer('出生日期', birthWords(person.birth, today), sources['birth']),
    answer('民族', person.ethnicity, sources['ethnicity']),
    answer('电话', person.phone, sources['phone']),
    answer('住址', person.address, sources['address']),
    answer('和申请人的关系', relationNames[person.relation], sources['relation']),
    answer('婚姻', person.marriage && marriageNames[person.marriage], sources['marriage']),
    answer('身体', healthWords(person), sources['health']),
    answer('工作', person.work && workNames[person.work], sources['work']),
    answer('谁来签字', needsGuardian(person, today) ? '监护人代签' : '本人签', sources['capacity']),
    ...(guardian ? [answer('监护人', guardian.name, sources['guardianId'])] : []),
  ];
}

function birthWords(birth: string, today: IsoDate): string {
  return isIsoDate(birth) ? `${formatChinese(birth)}（${ageOn(birth, today)} 岁）` : birth;
}

function healthWords({ health, disability }: Pick<AnyPerson, 'health' | 'disability'>): string {
  if (!disability) return healthNames[health];
  const kind = disabilityKindNames[disability.kind - 1] ?? '';
  const grade = disabilityGradeNames[disability.grade - 1] ?? '';
  return `${healthNames[health]}，${kind}残疾${grade}`;
}
