import { useCoreQuery } from '../../core-query.ts';
import { Wide } from '../../ui/FieldGrid.tsx';
import { PickField } from '../../ui/PickField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useDraft } from '../application/draft-context.tsx';
import type { PersonProps } from './IdentityFields.tsx';
import { typed } from './person-edit.ts';

/** Where the household lives, and its 村（社区） within the town of the window. */
export function AddressFields({ person, onChange }: PersonProps) {
  const { draft, edit } = useDraft();
  const places = useCoreQuery('places.list', {}, { staleTime: Infinity });
  const town = places.data?.towns.find(({ code }) => code === draft.townCode);
  const villages = (town?.villages ?? []).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <>
      <Wide>
        <TextInput
          label="住址"
          value={person.address}
          source={person.sources['address']}
          onChange={(address) => onChange(typed(person, { address }))}
          maxLength={120}
        />
      </Wide>
      <PickField
        label="村（社区）"
        hint={town ? `属于${town.name}` : undefined}
        options={villages}
        value={draft.sections.villageCode}
        onChange={(value) => edit({ section: 'villageCode', value })}
      />
    </>
  );
}
