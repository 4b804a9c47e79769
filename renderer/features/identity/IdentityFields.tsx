import type { PersonForm } from '../../../domain/application/person.ts';
import { useToday } from '../../session/status.ts';
import { BigChoice } from '../../ui/BigChoice.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { IdNumberField } from '../../ui/IdNumberField.tsx';
import { PickField } from '../../ui/PickField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { ethnicities } from '../../words/ethnicities.ts';
import { optionsOf } from '../../words/options-of.ts';
import { idKindNames, marriageNames, sexNames, workNames } from '../../words/person-names.ts';
import { typed, typedNumber } from './person-edit.ts';
import { personProblems } from './person-problems.ts';

export interface PersonProps {
  person: PersonForm;
  onChange: (person: PersonForm) => void;
}

const peoples = ethnicities.map((name) => ({ value: name, label: `${name}族` }));

/** Name, number and what follows from it; each field shows where its answer came from. */
export function IdentityFields({
  person,
  onChange,
  autoFocus = false,
}: PersonProps & { autoFocus?: boolean }) {
  const today = useToday();
  const wrong = personProblems(person, today);
  const set = (answers: Parameters<typeof typed>[1]): void => onChange(typed(person, answers));
  const { sources } = person;
  return (
    <>
      <TextInput
        label="姓名"
        value={person.name}
        source={sources['name']}
        error={wrong('name')}
        onChange={(name) => set({ name })}
        autoFocus={autoFocus}
        maxLength={60}
      />
      <IdNumberField
        label="身份证号"
        hint="填满 18 位，性别和生日自动填好"
        today={today}
        value={person.idNumber}
        source={sources['idNumber']}
        error={wrong('idNumber')}
        onChange={(text, facts) =>
          onChange(
            person.idKind === 'other' ? typed(person, { idNumber: text }) : typedNumber(person, text, facts),
          )
        }
      />
      <BigChoice
        label="性别"
        choices={optionsOf(sexNames)}
        value={person.sex}
        error={wrong('sex')}
        onChange={(sex) => set({ sex })}
      />
      <DateField
        label="出生日期"
        value={person.birth}
        source={sources['birth']}
        error={wrong('birth')}
        onChange={(birth) => set({ birth })}
      />
      <PickField
        label="证件种类"
        options={optionsOf(idKindNames)}
        value={person.idKind}
        onChange={(value) => value && set({ idKind: value as PersonForm['idKind'] })}
      />
      <PickField
        label="民族"
        options={peoples}
        value={person.ethnicity}
        source={sources['ethnicity']}
        onChange={(ethnicity) => set({ ethnicity })}
      />
      <PickField
        label="婚姻"
        options={optionsOf(marriageNames)}
        value={person.marriage ?? ''}
        onChange={(marriage) => set({ marriage: (marriage || null) as PersonForm['marriage'] })}
      />
      <TextInput
        label="电话"
        hint="受理结果打这个电话告诉您"
        value={person.phone}
        source={sources['phone']}
        error={wrong('phone')}
        onChange={(phone) => set({ phone })}
        inputMode="tel"
        maxLength={20}
      />
      <PickField
        label="就业"
        options={optionsOf(workNames)}
        value={person.work ?? ''}
        onChange={(work) => set({ work: (work || null) as PersonForm['work'] })}
      />
    </>
  );
}
