import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import { stepNames } from '../../words/step-names.ts';

const steps = ['SUBMITTED', 'SUPPLEMENT', 'ACCEPTED', 'ABANDONED', 'WITHDRAWN'] as const;

interface Props {
  counts: Readonly<Record<string, number>>;
  value: string | null;
  onChange: (step: string | null) => void;
}

/** One chip for each step with its count; pressed again it shows everything. */
export function StepFilter({ counts, value, onChange }: Props) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <Box role="group" aria-label="按步骤筛选" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      <Chip label="全部" count={all} pressed={value === null} onPress={() => onChange(null)} />
      {steps
        .filter((step) => (counts[step] ?? 0) > 0 || value === step)
        .map((step) => (
          <Chip
            key={step}
            label={stepNames[step] ?? step}
            count={counts[step] ?? 0}
            pressed={value === step}
            onPress={() => onChange(value === step ? null : step)}
          />
        ))}
    </Box>
  );
}

interface ChipProps {
  label: string;
  count: number;
  pressed: boolean;
  onPress: () => void;
}

function Chip({ label, count, pressed, onPress }: ChipProps) {
  return (
    <ToggleButton value={label} selected={pressed} onChange={onPress} sx={{ borderRadius: 6 }}>
      {label} {count}
    </ToggleButton>
  );
}
