import type { PersonForm } from '../../../domain/application/person.ts';
import { BigChoice } from '../../ui/BigChoice.tsx';
import { FieldGrid } from '../../ui/FieldGrid.tsx';
import { PickField } from '../../ui/PickField.tsx';
import {
  disabilityGradeNames,
  disabilityKindNames,
  healthNames,
  marriageNames,
  workNames,
} from '../../words/person-names.ts';
import type { PersonProps } from './IdentityFields.tsx';
import { typed } from './person-edit.ts';

const options = <K extends string>(names: Record<K, string>): { value: K; label: string }[] =>
  (Object.keys(names) as K[]).map((value) => ({ value, label: names[value] }));
const kinds = disabilityKindNames.map((label, i) => ({ value: String(i + 1), label }));
const grades = disabilityGradeNames.map((label, i) => ({ value: String(i + 1), label }));

/** Health, work, marriage: what decides which materials and which help. */
export function SituationFields({ person, onChange }: PersonProps) {
  const set = (answers: Parameters<typeof typed>[1]): void => onChange(typed(person, answers));
  const { disability } = person;
  const setDisability = (change: Partial<NonNullable<PersonForm['disability']>>): void =>
    set({ disability: { kind: disability?.kind ?? 4, grade: disability?.grade ?? 1, ...change } });
  const asksDisability = person.health === 'severeDisability' || disability !== null;
  return (
    <FieldGrid min={300}>
      <BigChoice
        label="健康"
        choices={options(healthNames)}
        value={person.health}
        onChange={(health) => set({ health, ...(health === 'severeDisability' ? {} : { disability: null }) })}
      />
      {asksDisability && (
        <FieldGrid min={140}>
          <PickField
            label="残疾类别"
            options={kinds}
            value={disability ? String(disability.kind) : ''}
            error={disability ? null : '请看残疾证填写'}
            onChange={(kind) => setDisability({ kind: Number(kind || 4) })}
          />
          <PickField
            label="残疾等级"
            options={grades}
            value={disability ? String(disability.grade) : ''}
            onChange={(grade) => setDisability({ grade: Number(grade || 1) })}
          />
        </FieldGrid>
      )}
      <PickField
        label="就业"
        options={options(workNames)}
        value={person.work ?? ''}
        onChange={(work) => set({ work: (work || null) as PersonForm['work'] })}
      />
      <PickField
        label="婚姻"
        options={options(marriageNames)}
        value={person.marriage ?? ''}
        onChange={(marriage) => set({ marriage: (marriage || null) as PersonForm['marriage'] })}
      />
    </FieldGrid>
  );
}
