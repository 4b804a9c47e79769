import AddOutlined from '@mui/icons-material/AddOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link } from 'react-router';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { KindDialog } from './KindDialog.tsx';

/** One button and N: then which kind. */
export function NewApplication({ label = '新建申请' }: { label?: string }) {
  const [open, setOpen] = useState(false);
  useShortcut('n', () => setOpen(true));
  return (
    <>
      <Button
        variant="contained"
        size="large"
        startIcon={<AddOutlined />}
        onClick={() => setOpen(true)}
        aria-keyshortcuts="n"
      >
        {label}
        <Typography
          component="kbd"
          aria-hidden
          sx={{ ml: 1, px: 1, border: 1, borderRadius: 1, fontFamily: 'inherit' }}
        >
          N
        </Typography>
      </Button>
      <KindDialog open={open} onClose={() => setOpen(false)} />
    </>
  );
}

/** For who does not know what to apply for. */
export function PreScreenLink() {
  return (
    <Button
      component={Link}
      to="/prescreen"
      variant="outlined"
      size="large"
      startIcon={<HelpOutlineOutlined />}
    >
      看看能申请什么
    </Button>
  );
}
