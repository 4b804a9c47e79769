import ArrowBack from '@mui/icons-material/ArrowBack';
import ArrowForward from '@mui/icons-material/ArrowForward';
import CropRotate from '@mui/icons-material/CropRotate';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import DriveFileMoveOutlined from '@mui/icons-material/DriveFileMoveOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import type { DraftPage } from '../../../domain/application/evidence.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { rowName, type MaterialRow } from './material-rows.ts';
import { usePageBlob } from './page-picture.ts';
import { PagePicture } from './PageStrip.tsx';
import { PdfPreview } from './PdfPreview.tsx';
import { PictureDialog } from './PictureDialog.tsx';
import type { Pages } from './use-pages.ts';
import { warningWords } from './warning-words.ts';

interface Props {
  draftId: string;
  row: MaterialRow;
  rows: readonly MaterialRow[];
  page: DraftPage;
  pages: Pages;
  onMove: (pageId: string, to: MaterialRow) => void;
  onPlace: (pageId: string, index: number) => void;
  /** The page was cut anew: its successor. */
  onReplaced: (page: DraftPage) => void;
}

/** One page large, with everything that can be done to it. */
export function PagePreview({ draftId, row, rows, page, pages, onMove, onPlace, onReplaced }: Props) {
  const [editing, setEditing] = useState(false);
  const { failure } = usePageBlob(draftId, page.id);
  const index = row.pages.findIndex(({ id }) => id === page.id);
  const isPdf = page.mime === 'application/pdf';
  const label = `${rowName(row)}，第 ${index + 1} 页`;
  return (
    <Box sx={{ display: 'grid', gap: 1, alignContent: 'start' }}>
      <ErrorNotice failure={failure} />
      {page.warnings.length > 0 && (
        <Alert severity="warning" variant="outlined">
          {page.warnings.map((warning) => warningWords[warning]).join('；')}。已确认使用。
        </Alert>
      )}
      <Box
        sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}
        role="group"
        aria-label={`第 ${index + 1} 页的操作`}
      >
        {!isPdf && (
          <Button variant="outlined" startIcon={<CropRotate />} onClick={() => setEditing(true)}>
            裁剪、旋转
          </Button>
        )}
        <Button
          variant="outlined"
          startIcon={<ArrowBack />}
          disabled={index === 0}
          onClick={() => onPlace(page.id, index - 1)}
        >
          前移
        </Button>
        <Button
          variant="outlined"
          endIcon={<ArrowForward />}
          disabled={index === row.pages.length - 1}
          onClick={() => onPlace(page.id, index + 1)}
        >
          后移
        </Button>
        <MoveTo row={row} rows={rows} onPick={(to) => onMove(page.id, to)} />
        <Button
          variant="outlined"
          color="error"
          startIcon={<DeleteOutlined />}
          onClick={() => void pages.remove(row, page)}
        >
          删除这一页
        </Button>
      </Box>
      <Box
        sx={{
          height: 'max(320px, calc(100vh - 400px))',
          display: 'flex',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          bgcolor: 'background.default',
          p: 1,
        }}
      >
        {isPdf ? (
          <PdfPreview draftId={draftId} pageId={page.id} label={label} />
        ) : (
          <PagePicture draftId={draftId} page={page} alt={label} />
        )}
      </Box>
      {editing && (
        <EditPage
          {...{ draftId, row, page, pages }}
          onClose={() => setEditing(false)}
          onReplaced={onReplaced}
        />
      )}
    </Box>
  );
}

type EditProps = Pick<Props, 'draftId' | 'row' | 'page' | 'pages' | 'onReplaced'> & { onClose: () => void };

function EditPage({ draftId, row, page, pages, onReplaced, onClose }: EditProps) {
  const { blob } = usePageBlob(draftId, page.id);
  if (!blob) return null;
  return (
    <PictureDialog
      title={`裁剪、旋转：${rowName(row)}`}
      picture={blob}
      backLabel="不改了"
      failure={pages.failure}
      onClose={onClose}
      onUse={async ({ jpeg, width, height, warnings }) => {
        const facts = { mime: 'image/jpeg' as const, width, height, source: page.source };
        const next = await pages.add(row, { ...facts, warnings: [...warnings], content: jpeg }, page.id);
        if (next) onReplaced(next);
        return next !== null;
      }}
    />
  );
}

function MoveTo({ row, rows, onPick }: Pick<Props, 'row' | 'rows'> & { onPick: (row: MaterialRow) => void }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const others = rows.filter(({ key }) => key !== row.key);
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<DriveFileMoveOutlined />}
        disabled={others.length === 0}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        移到…
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {others.map((other) => (
          <MenuItem
            key={other.key}
            onClick={() => {
              setAnchor(null);
              onPick(other);
            }}
          >
            {rowName(other)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
