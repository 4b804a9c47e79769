import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import type { SupportersForm } from '../../../domain/application/kind-forms.ts';
import { BigChoice } from '../../ui/BigChoice.tsx';
import { FieldGrid } from '../../ui/FieldGrid.tsx';
import { MoneyField } from '../../ui/MoneyField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';

export type Supporter = SupportersForm['people'][number];

interface Props {
  supporter: Supporter;
  onChange: (supporter: Supporter) => void;
  onRemove: () => void;
}

const word = (value: boolean | null): 'yes' | 'no' | null => (value === null ? null : value ? 'yes' : 'no');

/** One of those liable: who, whether they can, and whether they agree to be checked (only then they are). */
export function SupporterCard({ supporter, onChange, onRemove }: Props) {
  const set = (change: Partial<Supporter>): void => onChange({ ...supporter, ...change });
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label={`赡养抚养人：${supporter.name || '新的一位'}`}
      sx={{ p: 2, display: 'grid', gap: 1 }}
    >
      <FieldGrid min={200}>
        <TextInput
          label="姓名"
          value={supporter.name}
          onChange={(name) => set({ name })}
          maxLength={60}
          autoFocus
        />
        <TextInput
          label="和申请人的关系"
          hint="例如 儿子、女儿"
          value={supporter.relation}
          onChange={(relation) => set({ relation })}
          maxLength={20}
        />
        <MoneyField
          label="一个月收入"
          hint="不知道就不填"
          keepAs={`supporters.${supporter.id}`}
          valueFen={supporter.monthIncomeFen}
          onChange={(monthIncomeFen) => set({ monthIncomeFen })}
        />
      </FieldGrid>
      <FieldGrid min={320}>
        <BigChoice
          label="有没有能力赡养、抚养"
          choices={[
            { value: 'yes', label: '有能力' },
            { value: 'no', label: '没有能力' },
          ]}
          value={word(supporter.able)}
          onChange={(value) => set({ able: value === 'yes' })}
        />
        <BigChoice
          label="同不同意核对收入和财产"
          hint="不同意也能申请"
          choices={[
            { value: 'yes', label: '同意' },
            { value: 'no', label: '不同意' },
          ]}
          value={word(supporter.consent)}
          onChange={(value) => set({ consent: value === 'yes' })}
        />
      </FieldGrid>
      <Box>
        <Button color="secondary" onClick={onRemove} aria-label={`去掉${supporter.name || '这一位'}`}>
          去掉
        </Button>
      </Box>
    </Paper>
  );
}
