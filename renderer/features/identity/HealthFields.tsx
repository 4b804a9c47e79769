import type { PersonForm } from '../../../domain/application/person.ts';
import { BigChoice } from '../../ui/BigChoice.tsx';
import { FieldGrid } from '../../ui/FieldGrid.tsx';
import { PickField } from '../../ui/PickField.tsx';
import { disabilityGradeNames, disabilityKindNames, healthNames } from '../../words/person-names.ts';
import { optionsOf } from '../../words/options-of.ts';
import type { PersonProps } from './IdentityFields.tsx';
import { typed } from './person-edit.ts';

const kinds = disabilityKindNames.map((label, i) => ({ value: String(i + 1), label }));
const grades = disabilityGradeNames.map((label, i) => ({ value: String(i + 1), label }));

/** Health decides which materials are asked for and which help there is. */
export function HealthFields({ person, onChange }: PersonProps) {
  const set = (answers: Parameters<typeof typed>[1]): void => onChange(typed(person, answers));
  const { disability } = person;
  const setDisability = (change: Partial<NonNullable<PersonForm['disability']>>): void =>
    set({ disability: { kind: disability?.kind ?? 4, grade: disability?.grade ?? 1, ...change } });
  return (
    <div>
      <BigChoice
        label="健康"
        choices={optionsOf(healthNames)}
        value={person.health}
        onChange={(health) => set({ health, ...(health === 'severeDisability' ? {} : { disability: null }) })}
      />
      {person.health === 'severeDisability' && (
        <FieldGrid min={160}>
          <PickField
            label="残疾类别"
            options={kinds}
            value={disability ? String(disability.kind) : ''}
            error={disability ? null : '请看残疾证填写'}
            onChange={(kind) => kind && setDisability({ kind: Number(kind) })}
          />
          <PickField
            label="残疾等级"
            options={grades}
            value={disability ? String(disability.grade) : ''}
            onChange={(grade) => grade && setDisability({ grade: Number(grade) })}
          />
        </FieldGrid>
      )}
    </div>
  );
}
