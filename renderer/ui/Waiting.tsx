import Box from '@mui/material/Box';
import CircularProgress from '@mui/material/CircularProgress';

export function Waiting({ words = '请稍等…' }: { words?: string }) {
  return (
    <Box role="status" sx={{ display: 'flex', gap: 2, alignItems: 'center', justifyContent: 'center', p: 4 }}>
      <CircularProgress size={24} aria-hidden />
      <span>{words}</span>
    </Box>
  );
}
