import ScannerOutlined from '@mui/icons-material/ScannerOutlined';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import type { AnyFailure } from '../../../contract/failures.ts';
import { call } from '../../client.ts';
import { useToast } from '../../ui/Toast.tsx';
import { rowName, type MaterialRow } from './material-rows.ts';
import type { Pages } from './use-pages.ts';

interface Props {
  row: MaterialRow;
  pages: Pages;
  onFailure: (failure: AnyFailure | null) => void;
}

const remembered = 'scanner.device';

/** Scans everything in the feeder, or the glass, straight into the slot; asks which scanner only when there are several. */
export function ScanIntake({ row, pages, onFailure }: Props) {
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [choice, setChoice] = useState<{
    anchor: HTMLElement;
    devices: { id: string; name: string }[];
  } | null>(null);

  const scan = async (deviceId: string): Promise<void> => {
    setBusy(true);
    const scanned = await pages.scan(row, deviceId);
    setBusy(false);
    if (!scanned) return;
    localStorage.setItem(remembered, deviceId);
    toast({ text: `扫描了 ${scanned.length} 页：${rowName(row)}` });
  };
  const start = async (anchor: HTMLElement): Promise<void> => {
    onFailure(null);
    setBusy(true);
    const list = await call('scanner.list', {});
    setBusy(false);
    if (!list.ok) return onFailure(list.failure);
    const { devices } = list.output;
    const [only] = devices;
    if (!only) return onFailure({ code: 'scanner.absent', data: {} });
    const known = devices.find(({ id }) => id === localStorage.getItem(remembered));
    if (devices.length === 1 || known) return scan((known ?? only).id);
    setChoice({ anchor, devices });
  };
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<ScannerOutlined />}
        disabled={busy}
        onClick={(event) => void start(event.currentTarget)}
      >
        {busy ? '正在扫描…' : '扫描'}
      </Button>
      <Menu open={choice !== null} anchorEl={choice?.anchor ?? null} onClose={() => setChoice(null)}>
        {choice?.devices.map(({ id, name }) => (
          <MenuItem
            key={id}
            onClick={() => {
              setChoice(null);
              void scan(id);
            }}
          >
            {name}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
