import type { Disability } from '../../../domain/application/person.ts';
import { FieldGrid } from '../../ui/FieldGrid.tsx';
import { PickField } from '../../ui/PickField.tsx';
import { disabilityGradeNames, disabilityKindNames } from '../../words/person-names.ts';

interface Props {
  value: Disability | null;
  onChange: (value: Disability | null) => void;
}

const options = (names: readonly string[]) => names.map((label, i) => ({ value: String(i + 1), label }));

/** Kind and grade as on the card; none when no kind is chosen. */
export function DisabilityQuestion({ value, onChange }: Props) {
  return (
    <FieldGrid min={200}>
      <PickField
        label="残疾证上的类别"
        hint="没有残疾证就不选"
        options={options(disabilityKindNames)}
        value={value ? String(value.kind) : ''}
        onChange={(kind) => onChange(kind ? { kind: Number(kind), grade: value?.grade ?? 1 } : null)}
      />
      {value && (
        <PickField
          label="等级"
          options={options(disabilityGradeNames)}
          value={String(value.grade)}
          onChange={(grade) => grade && onChange({ ...value, grade: Number(grade) })}
        />
      )}
    </FieldGrid>
  );
}
