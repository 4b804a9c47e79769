import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import type { ExpensesForm } from '../../../domain/application/kind-forms.ts';
import { expenseNames } from '../../../domain/application/kind-names.ts';
import type { PersonForm } from '../../../domain/application/person.ts';
import { MoneyField } from '../../ui/MoneyField.tsx';
import { PickField } from '../../ui/PickField.tsx';
import { optionsOf } from '../../words/options-of.ts';

type Entry = ExpensesForm['entries'][number];

interface Props {
  entry: Entry;
  people: readonly PersonForm[];
  onChange: (entry: Entry) => void;
  onRemove: () => void;
}

/** One kind of spending of one member over 12 months. */
export function ExpenseRow({ entry, people, onChange, onRemove }: Props) {
  const members = people.map(({ id, name }) => ({ value: id, label: name || '还没写姓名的人' }));
  const name = expenseNames[entry.kind];
  return (
    <Paper variant="outlined" component="section" aria-label={`支出：${name}`} sx={{ p: 2 }}>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(10rem, 1fr))',
          columnGap: 2,
          rowGap: 1,
          alignItems: 'start',
        }}
      >
        <PickField
          label="为谁花的"
          options={members}
          value={entry.memberId}
          onChange={(memberId) => memberId && onChange({ ...entry, memberId })}
        />
        <PickField
          label="花在哪里"
          options={optionsOf(expenseNames)}
          value={entry.kind}
          onChange={(kind) => kind && onChange({ ...entry, kind: kind as Entry['kind'] })}
        />
        <MoneyField
          label="12 个月一共多少"
          keepAs={`expenses.${entry.id}`}
          error={entry.amountFen === 0 ? '还没有填金额' : null}
          valueFen={entry.amountFen || null}
          onChange={(fen) => onChange({ ...entry, amountFen: fen ?? 0 })}
        />
        <Box sx={{ alignSelf: 'end' }}>
          <Button color="secondary" onClick={onRemove} aria-label={`去掉支出：${name}`}>
            去掉
          </Button>
        </Box>
      </Box>
    </Paper>
  );
}
