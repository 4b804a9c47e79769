import { needsGuardian } from '../../../domain/application/facts.ts';
import type { PersonForm } from '../../../domain/application/person.ts';
import { ageOn, isIsoDate } from '../../../domain/values/iso-date.ts';
import { useToday } from '../../session/status.ts';
import { BigChoice } from '../../ui/BigChoice.tsx';
import { PickField } from '../../ui/PickField.tsx';
import type { PersonProps } from './IdentityFields.tsx';
import { typed } from './person-edit.ts';

/** Who signs: the person, or a guardian of the household (民法典 §§19–23). Minors have a guardian without being asked. */
export function CapacityFields({
  person,
  others,
  onChange,
}: PersonProps & { others: readonly PersonForm[] }) {
  const today = useToday();
  const minor = isIsoDate(person.birth) && ageOn(person.birth, today) < 18;
  const guardians = others
    .filter((other) => !needsGuardian(other, today))
    .map((other) => ({ value: other.id, label: other.name || '还没写姓名的人' }));
  const answer = (value: 'yes' | 'no'): void =>
    onChange(typed(person, { capacity: value === 'yes', ...(value === 'yes' ? { guardianId: null } : {}) }));
  return (
    <div>
      {!minor && (
        <BigChoice
          label="能自己看懂并签字吗"
          choices={[
            { value: 'yes', label: '能' },
            { value: 'no', label: '不能，由监护人代签' },
          ]}
          value={person.capacity ? 'yes' : 'no'}
          onChange={answer}
        />
      )}
      {needsGuardian(person, today) && (
        <PickField
          label="监护人"
          hint={minor ? '未满 18 岁，由监护人代签' : '从成年家人里选'}
          options={guardians}
          value={person.guardianId ?? ''}
          onChange={(id) => onChange(typed(person, { guardianId: id || null }))}
        />
      )}
    </div>
  );
}
