import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import type { PropertyForm } from '../../../domain/application/forms.ts';
import type { PersonForm } from '../../../domain/application/person.ts';
import { newId } from '../../new-id.ts';
import { BigChoice } from '../../ui/BigChoice.tsx';
import { MoneyField } from '../../ui/MoneyField.tsx';
import { PickField } from '../../ui/PickField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { propertyNames, type PropertyKind } from '../../words/statement-names.ts';

export type PropertyAnswer = NonNullable<PropertyForm[PropertyKind]>;
type Item = PropertyAnswer['items'][number];

interface Props {
  kind: PropertyKind;
  answer: PropertyAnswer;
  people: readonly PersonForm[];
  onChange: (answer: PropertyAnswer) => void;
}

const hints: Partial<Record<PropertyKind, string>> = {
  housing: '自住的房子也要写',
  vehicle: '残疾人代步车不算',
  company: '包括个体工商户',
};

/** One kind of property: none, or what it is, whose, and what it is worth. */
export function PropertyKindRow({ kind, answer, people, onChange }: Props) {
  const name = propertyNames[kind];
  const hint = hints[kind];
  const add = (): void => {
    const memberId = people[0]?.id;
    if (memberId)
      onChange({
        has: true,
        items: [...answer.items, { id: newId(), memberId, description: '', valueFen: 0 }],
      });
  };
  const change = (item: Item): void =>
    onChange({ ...answer, items: answer.items.map((i) => (i.id === item.id ? item : i)) });
  const remove = (id: string): void =>
    onChange({ ...answer, items: answer.items.filter((i) => i.id !== id) });
  return (
    <Paper variant="outlined" component="section" aria-label={name} sx={{ px: 2, py: 1 }}>
      <BigChoice
        inline
        label={name}
        choices={[
          { value: 'no', label: `没有${name}` },
          { value: 'yes', label: `有${name}` },
        ]}
        value={answer.has === null ? null : answer.has ? 'yes' : 'no'}
        onChange={(value) => (value === 'yes' ? add() : onChange({ has: false, items: [] }))}
        {...(hint ? { hint } : {})}
      />
      {answer.items.map((item) => (
        <ItemRow
          key={item.id}
          item={item}
          people={people}
          onChange={change}
          onRemove={() => remove(item.id)}
        />
      ))}
      {answer.has && (
        <Button variant="outlined" onClick={add} sx={{ mt: 1 }}>
          再加一项{name}
        </Button>
      )}
    </Paper>
  );
}

function ItemRow({
  item,
  people,
  onChange,
  onRemove,
}: {
  item: Item;
  people: readonly PersonForm[];
  onChange: (item: Item) => void;
  onRemove: () => void;
}) {
  const members = people.map(({ id, name }) => ({ value: id, label: name || '还没写姓名的人' }));
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: '11rem minmax(0, 1fr) 12rem auto',
        gap: 2,
        mt: 1,
        alignItems: 'start',
      }}
    >
      <PickField
        label="在谁名下"
        options={members}
        value={item.memberId}
        onChange={(memberId) => memberId && onChange({ ...item, memberId })}
      />
      <TextInput
        label="是什么"
        hint="例如 自住房 60 平方米"
        value={item.description}
        onChange={(description) => onChange({ ...item, description })}
        maxLength={100}
      />
      <MoneyField
        label="大约值多少"
        keepAs={`property.${item.id}`}
        valueFen={item.valueFen || null}
        onChange={(fen) => onChange({ ...item, valueFen: fen ?? 0 })}
      />
      <Button
        color="secondary"
        onClick={onRemove}
        sx={{ mt: 3.5 }}
        aria-label={`去掉${item.description || '这一项'}`}
      >
        去掉
      </Button>
    </Box>
  );
}
