import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** Fields beside each other as many as fit, in reading and tab order; `min` is px at standard text size. */
export function FieldGrid({ children, min = 220 }: { children: ReactNode; min?: number }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: `repeat(auto-fill, minmax(${min / 16}rem, 1fr))`,
        columnGap: 3,
        rowGap: 1.5,
        alignItems: 'start',
      }}
    >
      {children}
    </Box>
  );
}

/** A field as wide as two, where two fit. */
export function Wide({ children }: { children: ReactNode }) {
  return <Box sx={{ gridColumn: { xs: 'auto', md: 'span 2' } }}>{children}</Box>;
}
