import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import type { IncomeForm } from '../../../domain/application/forms.ts';
import type { PersonForm } from '../../../domain/application/person.ts';
import { excludedIncomeTitles } from '../../../domain/eligibility/income.ts';
import { MoneyField } from '../../ui/MoneyField.tsx';
import { PickField } from '../../ui/PickField.tsx';
import { incomeNames } from '../../words/statement-names.ts';

export type IncomeEntry = IncomeForm['entries'][number];

interface Props {
  entry: IncomeEntry;
  people: readonly PersonForm[];
  onChange: (entry: IncomeEntry) => void;
  onRemove: () => void;
}

const kinds = Object.entries(incomeNames).map(([value, label]) => ({ value, label }));
const periods = [
  { value: '1', label: '一个月' },
  { value: '12', label: '12 个月' },
];
const counted = [
  { value: '', label: '计入' },
  ...Object.entries(excludedIncomeTitles).map(([value, label]) => ({ value, label: `不计入：${label}` })),
];

/** One income of one member: whose, which, how much, over which time. */
export function IncomeEntryRow({ entry, people, onChange, onRemove }: Props) {
  const members = people.map(({ id, name }) => ({ value: id, label: name || '还没写姓名的人' }));
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label={`收入：${incomeNames[entry.kind]}`}
      sx={{ p: 2 }}
    >
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
          label="谁的收入"
          options={members}
          value={entry.memberId}
          onChange={(memberId) => memberId && onChange({ ...entry, memberId })}
        />
        <PickField
          label="哪种收入"
          options={kinds}
          value={entry.kind}
          onChange={(kind) => kind && onChange({ ...entry, kind: kind as IncomeEntry['kind'] })}
        />
        <MoneyField
          label="多少钱"
          keepAs={`income.${entry.id}`}
          error={entry.amountFen === 0 ? '还没有填金额' : null}
          valueFen={entry.amountFen || null}
          onChange={(fen) => onChange({ ...entry, amountFen: fen ?? 0 })}
        />
        <PickField
          label="多长时间的"
          options={periods}
          value={String(entry.periodMonths)}
          onChange={(value) => value && onChange({ ...entry, periodMonths: value === '12' ? 12 : 1 })}
        />
        <PickField
          label="要不要计入"
          options={counted}
          value={entry.excluded ?? ''}
          onChange={(value) => onChange({ ...entry, excluded: (value || null) as IncomeEntry['excluded'] })}
        />
        <Box sx={{ alignSelf: 'end' }}>
          <Button color="secondary" onClick={onRemove} aria-label={`去掉收入：${incomeNames[entry.kind]}`}>
            去掉
          </Button>
        </Box>
      </Box>
    </Paper>
  );
}
