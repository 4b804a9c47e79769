import FamilyRestroomOutlined from '@mui/icons-material/FamilyRestroomOutlined';
import FileCopyOutlined from '@mui/icons-material/FileCopyOutlined';
import GavelOutlined from '@mui/icons-material/GavelOutlined';
import LanguageOutlined from '@mui/icons-material/LanguageOutlined';
import MoreTimeOutlined from '@mui/icons-material/MoreTimeOutlined';
import PriorityHighOutlined from '@mui/icons-material/PriorityHighOutlined';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { flagWords } from '../../words/process-words.ts';

const icons: Record<string, ReactNode> = {
  online: <LanguageOutlined fontSize="inherit" />,
  kinship: <FamilyRestroomOutlined fontSize="inherit" />,
  duplicate: <FileCopyOutlined fontSize="inherit" />,
  emergency: <PriorityHighOutlined fontSize="inherit" />,
  extended: <MoreTimeOutlined fontSize="inherit" />,
  objection: <GavelOutlined fontSize="inherit" />,
};
const pressing: readonly string[] = ['emergency', 'duplicate', 'objection'];

/** What is special about a case: a small picture and its word, what presses first. */
export function FlagMarks({ flags }: { flags: readonly string[] }) {
  const ordered = [
    ...flags.filter((flag) => pressing.includes(flag)),
    ...flags.filter((flag) => !pressing.includes(flag)),
  ];
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, fontSize: '0.875rem', lineHeight: 1.4 }}>
      {ordered.map((flag) => (
        <Box
          component="span"
          key={flag}
          sx={{
            ...{ display: 'inline-flex', gap: 0.25, alignItems: 'center', whiteSpace: 'nowrap' },
            color: pressing.includes(flag) ? 'error.main' : 'text.secondary',
          }}
        >
          {icons[flag]}
          {flagWords[flag] ?? flag}
        </Box>
      ))}
    </Box>
  );
}
