import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, type ReactNode } from 'react';

interface Props {
  title: string;
  /** Beside the title: buttons. */
  actions?: ReactNode;
  children: ReactNode;
  maxWidth?: number;
}

/** Margins, title and document title of a page of its own (not of a step inside an application). */
export function Page({ title, actions, children, maxWidth = 1200 }: Props) {
  useEffect(() => {
    document.title = `${title} · 暖窗`;
  }, [title]);
  return (
    <Box sx={{ width: '100%', maxWidth, mx: 'auto', px: 3, py: 3 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 2, flexWrap: 'wrap' }}>
        <Typography variant="h1">{title}</Typography>
        <Box sx={{ ml: 'auto', display: 'flex', gap: 1 }}>{actions}</Box>
      </Box>
      {children}
    </Box>
  );
}
