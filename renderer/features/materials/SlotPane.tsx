import CameraAltOutlined from '@mui/icons-material/CameraAltOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { AnyFailure } from '../../../contract/failures.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { CameraDialog } from './CameraDialog.tsx';
import { FileIntake } from './FileIntake.tsx';
import { rowName, type MaterialRow } from './material-rows.ts';
import { OtherIntake } from './OtherIntake.tsx';
import { PagePreview } from './PagePreview.tsx';
import { PageStrip } from './PageStrip.tsx';
import { ScanIntake } from './ScanIntake.tsx';
import type { Pages } from './use-pages.ts';

interface Props {
  draftId: string;
  row: MaterialRow;
  rows: readonly MaterialRow[];
  pages: Pages;
  onMove: (pageId: string, to: MaterialRow) => void;
}

/** One kind of material: why, how to take it, its pages, one of them large. */
export function SlotPane({ draftId, row, rows, pages, onMove }: Props) {
  const [openId, setOpenId] = useState<string | null>(null);
  const [shooting, setShooting] = useState(false);
  const [refused, setRefused] = useState<string[]>([]);
  const [scanFailure, setScanFailure] = useState<AnyFailure | null>(null);
  const open = row.pages.find(({ id }) => id === openId) ?? row.pages.at(-1) ?? null;
  const shoot = (): void => {
    pages.clearFailure();
    setShooting(true);
  };
  useShortcut('F4', shoot);

  const place = (pageId: string, index: number): void => {
    const ids = row.pages.map(({ id }) => id).filter((id) => id !== pageId);
    setOpenId(pageId);
    void pages.arrange(row, [...ids.slice(0, index), pageId, ...ids.slice(index)]);
  };
  return (
    <Box
      component="section"
      aria-label={rowName(row)}
      sx={{ display: 'grid', gap: 2, alignContent: 'start', minWidth: 0 }}
    >
      <div>
        <Typography variant="h3">{rowName(row)}</Typography>
        <Typography color="text.secondary">
          为什么要：{row.reason}。
          {row.source && (
            <Typography component="span" variant="caption">
              依据：{row.source}
            </Typography>
          )}
        </Typography>
      </div>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }} role="group" aria-label="添加页">
        <Button variant="contained" startIcon={<CameraAltOutlined />} onClick={shoot} aria-keyshortcuts="F4">
          拍照（F4）
        </Button>
        <ScanIntake row={row} pages={pages} onFailure={setScanFailure} />
        <FileIntake row={row} pages={pages} onRefused={setRefused} />
        <OtherIntake row={row} pages={pages} />
      </Box>
      {!shooting && <ErrorNotice failure={pages.failure ?? scanFailure} />}
      {refused.length > 0 && (
        <Alert
          severity="error"
          role="alert"
          variant="outlined"
          onClose={() => setRefused([])}
          slotProps={{ closeButton: { 'aria-label': '知道了' } }}
        >
          {refused.map((sentence) => (
            <div key={sentence}>{sentence}</div>
          ))}
        </Alert>
      )}
      {open ? (
        <Box sx={{ display: 'grid', gridTemplateColumns: '96px minmax(0, 1fr)', gap: 2 }}>
          <PageStrip
            draftId={draftId}
            pages={row.pages}
            currentId={open.id}
            onOpen={setOpenId}
            onDropOn={(id, target) =>
              place(
                id,
                row.pages.findIndex((page) => page.id === target),
              )
            }
          />
          <PagePreview
            key={open.id}
            {...{ draftId, row, rows, pages, onMove }}
            page={open}
            onPlace={place}
            onReplaced={(page) => setOpenId(page.id)}
          />
        </Box>
      ) : (
        <EmptyState title="还没有页" how="拍照最快：放好纸，点“拍照”，会自动找到纸边并拉直。" />
      )}
      {shooting && <CameraDialog row={row} pages={pages} onClose={() => setShooting(false)} />}
    </Box>
  );
}
