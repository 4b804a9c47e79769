import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import Box from '@mui/material/Box';

/** An address without a page, or a page that broke while drawing; saved work is not touched by it. */
export function LostPage({ broken = false }: { broken?: boolean }) {
  return (
    <Box sx={{ p: 4, display: 'grid', gap: 2, justifyItems: 'start' }} role={broken ? 'alert' : undefined}>
      <Typography variant="h1">{broken ? '这一页出了问题' : '没有这一页'}</Typography>
      <Typography>
        {broken ? '已保存的内容不受影响，请回首页再试一次。' : '请回首页，从清单里打开。'}
      </Typography>
      <Button variant="contained" href="#/" onClick={() => broken && window.location.reload()}>
        回首页
      </Button>
    </Box>
  );
}
