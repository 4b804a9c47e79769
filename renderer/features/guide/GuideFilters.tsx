import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import type { ReactNode } from 'react';
import { assistanceNames } from '../../../domain/application/form-names.ts';
import type { GuideQuery } from '../../../domain/guide/search-guide.ts';
import { optionsOf } from '../../words/options-of.ts';

interface Props {
  query: GuideQuery;
  onChange: (change: Partial<GuideQuery>) => void;
  /** Residents on their own are not asked for whom they read. */
  withAudience: boolean;
}

const audiences = { resident: '给居民看的', clerk: '给经办看的' } as const;

/** Chips; a pressed one pressed again shows everything. */
export function GuideFilters({ query, onChange, withAudience }: Props) {
  return (
    <Box sx={{ display: 'flex', columnGap: 3, rowGap: 1, flexWrap: 'wrap' }}>
      <Group label="按救助种类筛选">
        {optionsOf(assistanceNames).map(({ value, label }) => (
          <Chip
            key={value}
            label={label}
            pressed={query.kind === value}
            onPress={() => onChange({ kind: query.kind === value ? null : value })}
          />
        ))}
      </Group>
      {withAudience && (
        <Group label="按读者筛选">
          {optionsOf(audiences).map(({ value, label }) => (
            <Chip
              key={value}
              label={label}
              pressed={query.audience === value}
              onPress={() => onChange({ audience: query.audience === value ? null : value })}
            />
          ))}
        </Group>
      )}
    </Box>
  );
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box role="group" aria-label={label} sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      {children}
    </Box>
  );
}

function Chip({ label, pressed, onPress }: { label: string; pressed: boolean; onPress: () => void }) {
  return (
    <ToggleButton value={label} selected={pressed} onChange={onPress} sx={{ borderRadius: 6 }}>
      {label}
    </ToggleButton>
  );
}
