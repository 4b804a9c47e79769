import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import FormControl from '@mui/material/FormControl';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import type { ReactNode } from 'react';
import type { AnswerSource } from '../../domain/application/person.ts';
import { sourceNames } from '../words/source-names.ts';

export interface FieldProps {
  label: string;
  /** Why it is asked, or how to write it. */
  hint?: string | undefined;
  /** What is wrong, in words; the text typed stays. */
  error?: string | null | undefined;
  source?: AnswerSource | undefined;
  width?: number | string;
}

/** Ids of hint or error and of the source, for the input's aria-describedby. */
export const describedBy = (id: string, { hint, error, source }: FieldProps): string | undefined =>
  [(error || hint) && `${id}-help`, source && `${id}-source`].filter(Boolean).join(' ') || undefined;

/** Label above, hint or error below, tied together for screen readers. `children` gets the ids. */
export function Field({
  id,
  label,
  hint,
  error,
  source,
  width = '100%',
  children,
}: FieldProps & { id: string; children: ReactNode }) {
  return (
    <FormControl error={Boolean(error)} sx={{ width, maxWidth: '100%' }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', minHeight: 28 }}>
        <FormLabel
          htmlFor={id}
          sx={{ color: 'text.primary', '&.Mui-focused, &.Mui-error': { color: 'text.primary' } }}
        >
          {label}
        </FormLabel>
        {source && <Chip size="small" variant="outlined" id={`${id}-source`} label={sourceNames[source]} />}
      </Box>
      {children}
      {(error || hint) && <FormHelperText id={`${id}-help`}>{error || hint}</FormHelperText>}
    </FormControl>
  );
}
