import CheckCircle from '@mui/icons-material/CheckCircle';
import EditOutlined from '@mui/icons-material/EditOutlined';
import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface Props {
  title: string;
  /** Address of the step where it is changed. */
  to: string;
  /** What is missing, in words. */
  missing: readonly string[];
  children: ReactNode;
}

/** One group of the check page: its state, its answers, what is missing, and the way to change it. */
export function ReviewGroup({ title, to, missing, children }: Props) {
  const done = missing.length === 0;
  return (
    <Paper variant="outlined" component="section" aria-label={title} sx={{ px: 2, py: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 0.5 }}>
        <Typography variant="h3">{title}</Typography>
        <Box
          sx={{
            display: 'flex',
            gap: 0.5,
            alignItems: 'center',
            color: done ? 'success.main' : 'warning.main',
          }}
        >
          {done ? <CheckCircle fontSize="small" /> : <ErrorOutlined fontSize="small" />}
          <span>{done ? '完成' : `还差 ${missing.length} 处`}</span>
        </Box>
        <Button
          component={Link}
          to={to}
          startIcon={<EditOutlined />}
          aria-label={`修改${title}`}
          sx={{ ml: 'auto' }}
        >
          修改
        </Button>
      </Box>
      {!done && (
        <Box
          component="ul"
          aria-label={`${title}还差什么`}
          sx={{ m: 0, mb: 1, pl: 3, color: 'warning.main' }}
        >
          {missing.map((words, index) => (
            <li key={`${index} ${words}`}>{words}</li>
          ))}
        </Box>
      )}
      {children}
    </Paper>
  );
}
