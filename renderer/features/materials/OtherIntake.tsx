import MoreHoriz from '@mui/icons-material/MoreHoriz';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import type { MaterialRow } from './material-rows.ts';
import type { Pages } from './use-pages.ts';

interface Props {
  row: MaterialRow;
  pages: Pages;
}

/** Ways used rarely: the still camera driven by the system's own tool, and asking again which scanner. */
export function OtherIntake({ row, pages }: Props) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [busy, setBusy] = useState(false);
  const still = async (): Promise<void> => {
    setAnchor(null);
    setBusy(true);
    await pages.still(row);
    setBusy(false);
  };
  return (
    <>
      <Button
        variant="text"
        startIcon={<MoreHoriz />}
        disabled={busy}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {busy ? '正在拍…' : '其他'}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        <MenuItem onClick={() => void still()}>用静态相机拍一张</MenuItem>
        <MenuItem
          onClick={() => {
            localStorage.removeItem('scanner.device');
            setAnchor(null);
          }}
        >
          下次扫描时重新选扫描仪
        </MenuItem>
      </Menu>
    </>
  );
}
