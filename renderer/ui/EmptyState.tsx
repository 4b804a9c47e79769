import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface Props {
  icon?: ReactNode;
  /** What will appear here. */
  title: string;
  /** How it gets there. */
  how: string;
  action?: ReactNode;
}

export function EmptyState({ icon, title, how, action }: Props) {
  return (
    <Box
      sx={{
        textAlign: 'center',
        p: 4,
        color: 'text.secondary',
        border: '1px dashed',
        borderColor: 'divider',
        borderRadius: 1,
      }}
    >
      {icon}
      <Typography variant="h3" component="p" color="textPrimary">
        {title}
      </Typography>
      <Typography>{how}</Typography>
      {action && <Box sx={{ mt: 2 }}>{action}</Box>}
    </Box>
  );
}
