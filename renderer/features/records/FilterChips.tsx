import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';

interface Props<F extends string> {
  label: string;
  names: Readonly<Record<F, string>>;
  counts: Readonly<Partial<Record<F, number>>>;
  value: F;
  onChange: (filter: F) => void;
}

/** One chip for each part of a list, with its count; one of them is always chosen. */
export function FilterChips<F extends string>({ label, names, counts, value, onChange }: Props<F>) {
  return (
    <Box role="group" aria-label={label} sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      {(Object.keys(names) as F[]).map((filter) => (
        <ToggleButton
          key={filter}
          value={filter}
          selected={filter === value}
          onChange={() => onChange(filter)}
          sx={{ borderRadius: 6 }}
        >
          {names[filter]} {counts[filter] ?? ''}
        </ToggleButton>
      ))}
    </Box>
  );
}
