import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import { sourceNames } from '../../words/source-names.ts';
import { NOT_ANSWERED, type Answer } from './answer.ts';

/** Questions and answers side by side, each with where it came from. */
export function AnswerList({ answers, columns = 2 }: { answers: readonly Answer[]; columns?: 1 | 2 }) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', lg: `repeat(${columns}, minmax(0, 1fr))` },
        columnGap: 4,
      }}
    >
      {answers.map((line, index) => (
        // Two incomes of one kind read alike, so the place is part of the key.
        <Line key={`${index} ${line.label}`} line={line} />
      ))}
    </Box>
  );
}

function Line({ line: { label, value, source } }: { line: Answer }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(7rem, 40%) minmax(0, 1fr)',
        columnGap: 2,
        py: 0.5,
        borderBottom: 1,
        borderColor: 'divider',
        alignItems: 'baseline',
      }}
    >
      <Box component="dt" sx={{ color: 'text.secondary' }}>
        {label}
      </Box>
      <Box component="dd" sx={{ m: 0, display: 'flex', gap: 1, alignItems: 'baseline', flexWrap: 'wrap' }}>
        <Box
          component="span"
          sx={{ overflowWrap: 'anywhere', ...(value === NOT_ANSWERED ? { color: 'text.secondary' } : {}) }}
        >
          {value}
        </Box>
        {source && (
          <Chip size="small" variant="outlined" label={sourceNames[source]} title="这一项从哪里来" />
        )}
      </Box>
    </Box>
  );
}
