import type { RegisteredForm } from '../../../domain/application/kind-forms.ts';
import { registeredNames } from '../../../domain/application/kind-names.ts';
import { PickField } from '../../ui/PickField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { optionsOf } from '../../words/options-of.ts';
import { useDraft } from '../application/draft-context.tsx';

/** Where the household is registered; nothing hangs on it but how long the survey may take. */
export function RegisteredFields() {
  const { draft, edit } = useDraft();
  const { registeredElsewhere } = draft.sections;
  const save = (change: Partial<RegisteredForm>): void =>
    edit({ section: 'registeredElsewhere', value: { ...registeredElsewhere, ...change } });
  const { where, place } = registeredElsewhere;
  return (
    <>
      <PickField
        label="户口在哪里"
        hint={draft.kind === 'linshi' ? '户口在外地也可以在这里申请' : '和住的地方不一样时才用选'}
        options={optionsOf(registeredNames)}
        value={where ?? ''}
        onChange={(value) => save({ where: (value || null) as RegisteredForm['where'] })}
      />
      {where !== null && where !== 'here' && (
        <TextInput
          label="户口所在的地方"
          value={place}
          onChange={(text) => save({ place: text })}
          maxLength={120}
        />
      )}
    </>
  );
}
