import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useEffect, type ReactNode } from 'react';
import { ConnectionNotice } from './ConnectionNotice.tsx';
import { Logo } from './Logo.tsx';

/** A single card in the middle: before anybody is logged in. */
export function PlainFrame({
  title,
  children,
  width = 520,
}: {
  title: string;
  children: ReactNode;
  width?: number;
}) {
  useEffect(() => {
    document.title = `${title} · 暖窗`;
  }, [title]);
  return (
    <Box sx={{ minHeight: '100vh' }}>
      <ConnectionNotice />
      <Box component="main" sx={{ maxWidth: width, mx: 'auto', px: 2, pt: 8, pb: 4 }}>
        <Box sx={{ color: 'primary.main', display: 'flex', alignItems: 'center', gap: 1, mb: 2 }}>
          <Logo size={40} />
          <Typography component="p" variant="h1" sx={{ color: 'inherit' }}>
            暖窗
          </Typography>
          <Typography component="span" color="textSecondary">
            社会救助窗口
          </Typography>
        </Box>
        <Paper
          variant="outlined"
          sx={{ p: 4, borderTop: 4, borderTopColor: 'primary.main', display: 'grid', gap: 2 }}
        >
          <Typography component="h1" variant="h2">
            {title}
          </Typography>
          {children}
        </Paper>
      </Box>
    </Box>
  );
}
