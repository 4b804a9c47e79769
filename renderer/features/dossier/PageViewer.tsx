import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { BlobImage } from './BlobImage.tsx';
import { PdfView } from './PdfView.tsx';
import type { OpenedPage } from './read-page.ts';

export interface ViewedPage {
  /** Two pages may have one content, so the digest does not tell them apart. */
  id: string;
  digest: string;
  title: string;
}

interface Props {
  pages: readonly ViewedPage[];
  opened: ReadonlyMap<string, OpenedPage>;
  /** Id of the page on screen. */
  current: string;
  onMove: (id: string) => void;
  onClose: () => void;
}

/** One page large, with the way to the next; says that its digest was checked, or why it cannot be shown. */
export function PageViewer({ pages, opened, current, onMove, onClose }: Props) {
  const titleId = useId();
  const at = pages.findIndex(({ id }) => id === current);
  const digest = pages[at]?.digest ?? '';
  const page = opened.get(digest);
  const move = (by: 1 | -1): void => {
    const next = pages[at + by];
    if (next) onMove(next.id);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === 'ArrowRight' || event.key === 'j') move(1);
    if (event.key === 'ArrowLeft' || event.key === 'k') move(-1);
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="lg" fullWidth onKeyDown={onKeyDown}>
      <DialogTitle id={titleId} variant="h3" component="h2">
        {pages[at]?.title}
      </DialogTitle>
      <DialogContent dividers sx={{ minHeight: 320, bgcolor: 'background.default' }} tabIndex={0}>
        {!page && <Waiting words="正在打开并校验…" />}
        {page && !page.ok && <ErrorNotice failure={page.failure} />}
        {page?.ok && <Content page={page} title={pages[at]?.title ?? ''} />}
      </DialogContent>
      <DialogActions sx={{ p: 2 }}>
        {page?.ok && <CheckedMark digest={digest} />}
        <Box sx={{ flex: 1 }} />
        <Button onClick={() => move(-1)} disabled={at <= 0}>
          上一页
        </Button>
        <Typography>
          {at + 1} / {pages.length}
        </Typography>
        <Button onClick={() => move(1)} disabled={at >= pages.length - 1}>
          下一页
        </Button>
        <Button variant="contained" onClick={onClose} autoFocus>
          关闭
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Content({ page, title }: { page: Extract<OpenedPage, { ok: true }>; title: string }) {
  const [broken, setBroken] = useState<Uint8Array | null>(null);
  if (page.mime === 'application/pdf') return <PdfView bytes={page.bytes} label={title} width={820} center />;
  if (broken === page.bytes)
    return <Typography color="error">这一页和存档时一样，但不是能显示的图片。请重新补交。</Typography>;
  return (
    <BlobImage
      bytes={page.bytes}
      mime={page.mime}
      alt={title}
      onError={() => setBroken(page.bytes)}
      sx={{ maxWidth: '100%', minWidth: 160, display: 'block', mx: 'auto' }}
    />
  );
}

/** The digest on record is that of the bytes shown. */
export function CheckedMark({ digest }: { digest: string }) {
  return (
    <Chip
      icon={<VerifiedOutlined />}
      color="success"
      variant="outlined"
      label="已校验"
      title={`校验码 ${digest.slice(0, 16)}`}
    />
  );
}
