import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import type { AssistanceKind } from '../../../domain/application/application.ts';
import { assistanceNames } from '../../../domain/application/form-names.ts';
import { DateField } from '../../ui/DateField.tsx';
import { PickField } from '../../ui/PickField.tsx';
import { optionsOf } from '../../words/options-of.ts';
import type { Period } from './period.ts';

export interface Asked {
  from: string;
  to: string;
  kind: AssistanceKind | null;
}

interface Props {
  asked: Asked;
  periods: readonly Period[];
  onChange: (change: Partial<Asked>) => void;
}

const kinds = optionsOf(assistanceNames);

export function SupervisionFilters({ asked, periods, onChange }: Props) {
  return (
    <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'start' }}>
      <Box role="group" aria-label="常用的时间段" sx={{ display: 'flex', gap: 1, pt: 3.25 }}>
        {periods.map(({ label, from, to }) => (
          <ToggleButton
            key={label}
            value={label}
            selected={asked.from === from && asked.to === to}
            onChange={() => onChange({ from, to })}
            sx={{ borderRadius: 6 }}
          >
            {label}
          </ToggleButton>
        ))}
      </Box>
      <DateField label="从" value={asked.from} onChange={(from) => onChange({ from })} width={184} />
      <DateField label="到" value={asked.to} onChange={(to) => onChange({ to })} width={184} />
      <PickField
        label="救助种类"
        options={kinds}
        value={asked.kind ?? ''}
        onChange={(value) => onChange({ kind: kinds.find((each) => each.value === value)?.value ?? null })}
        hint="不选就是全部"
        width={240}
      />
    </Box>
  );
}
