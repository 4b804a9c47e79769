import type { Application } from '../application/application.ts';
import type { Person } from '../application/person.ts';
import type { CheckAnswer } from './check.ts';
import { compareIncome } from './compare-income.ts';
import { compareProperty } from './compare-property.ts';
import { compareHousehold, compareStatus } from './compare-status.ts';
import type { ComparisonRow } from './difference.ts';
import { heardAbout } from './heard.ts';

/** What the comparison reads of an application. */
export type Declared = Pick<Application, 'income' | 'property'> & {
  members: readonly Pick<Person, 'id' | 'marriage' | 'disability' | 'work'>[];
};

/**
 * What the household stated beside what the sources found, person by person in the order of the form: income, property,
 * household, status. Amounts in 分. People of the answers who are no members (supporters) have stated nothing here, so their
 * rows say what was found and compare nothing.
 */
export function compareDeclared(application: Declared, answers: readonly CheckAnswer[]): ComparisonRow[] {
  const memberIds = application.members.map(({ id }) => id);
  const others = [...new Set(answers.map(({ personId }) => personId))].filter(
    (id) => !memberIds.includes(id),
  );
  return [
    ...application.members.flatMap((member) => {
      const heard = heardAbout(member.id, answers);
      return [
        ...compareIncome(application, member.id, heard),
        ...compareProperty(application, member.id, heard),
        ...compareHousehold(memberIds.length, member.id, heard),
        ...compareStatus(member, heard),
      ];
    }),
    ...others.sort().flatMap((id) => foundOnly(id, answers)),
  ];
}

const nobody = { marriage: null, disability: null, work: null };
const nothing: Pick<Declared, 'income' | 'property'> = {
  income: { farmHousehold: false, none: true, entries: [], employmentCostFen: 0, rigidDeductionFen: 0 },
  property: {},
};

function foundOnly(id: string, answers: readonly CheckAnswer[]): ComparisonRow[] {
  const heard = heardAbout(id, answers);
  return [
    ...compareIncome(nothing, id, heard),
    ...compareProperty(nothing, id, heard),
    ...compareStatus({ id, ...nobody }, heard),
  ].map((row): ComparisonRow => ({
    ...row,
    difference: 'unknown',
    flag: row.flag === 'deceased' ? 'deceased' : null,
  }));
}
