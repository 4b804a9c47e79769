import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';

interface Props {
  /** From 0. */
  page: number;
  size: number;
  total: number;
  onChange: (page: number) => void;
}

/** Nothing where everything is on one page. */
export function Pager({ page, size, total, onChange }: Props) {
  const pages = Math.ceil(total / size);
  if (pages <= 1) return null;
  return (
    <Box component="nav" aria-label="翻页" sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
      <Button variant="outlined" disabled={page === 0} onClick={() => onChange(page - 1)}>
        上一页
      </Button>
      <Typography aria-live="polite">
        第 {page + 1} 页，共 {pages} 页
      </Typography>
      <Button variant="outlined" disabled={page >= pages - 1} onClick={() => onChange(page + 1)}>
        下一页
      </Button>
    </Box>
  );
}
