import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { OutboxItem } from '../../../contract/views.ts';
import { OutboxLine } from './OutboxLine.tsx';

/** More than fit a screen are shown on request; thousands of lines help nobody. */
const firstShown = 20;
const mostShown = 500;

interface Props {
  title: string;
  items: readonly OutboxItem[];
  onRetry?: (id: string) => void;
}

export function OutboxGroup({ title, items, onRetry }: Props) {
  const [all, setAll] = useState(false);
  if (items.length === 0) return null;
  const shown = items.slice(0, all ? mostShown : firstShown);
  return (
    <Box component="section" aria-label={title}>
      <Typography variant="h3" component="h2" sx={{ mb: 1 }}>
        {title}，{items.length} 项
      </Typography>
      <Box
        component="ul"
        aria-label={title}
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          bgcolor: 'background.paper',
        }}
      >
        {shown.map((item) => (
          <OutboxLine key={item.id} item={item} {...(onRetry ? { onRetry } : {})} />
        ))}
      </Box>
      {!all && items.length > firstShown && (
        <Button onClick={() => setAll(true)}>再看 {Math.min(items.length, mostShown) - firstShown} 项</Button>
      )}
      {all && items.length > mostShown && <Typography>只列出最近 {mostShown} 项。</Typography>}
    </Box>
  );
}
