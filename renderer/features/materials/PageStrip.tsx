import PictureAsPdfOutlined from '@mui/icons-material/PictureAsPdfOutlined';
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import type { DraftPage } from '../../../domain/application/evidence.ts';
import { useBlobUrl, usePageBlob } from './page-picture.ts';
import { PAGE_DRAG } from './SlotList.tsx';
import { warningWords } from './warning-words.ts';

interface Props {
  draftId: string;
  pages: readonly DraftPage[];
  currentId: string | null;
  onOpen: (pageId: string) => void;
  /** A page was dropped on another of this strip: it takes that place. */
  onDropOn: (pageId: string, targetId: string) => void;
}

/** Thumbnails of one slot, in order; draggable onto each other and onto the list. */
export function PageStrip({ draftId, pages, currentId, onOpen, onDropOn }: Props) {
  return (
    <Box
      component="ul"
      aria-label="已有的页"
      sx={{
        display: 'flex',
        flexDirection: 'column',
        gap: 1,
        overflowY: 'auto',
        maxHeight: 560,
        p: 0.5,
        m: 0,
        listStyle: 'none',
      }}
    >
      {pages.map((page, index) => (
        <li key={page.id}>
          <Thumbnail
            draftId={draftId}
            page={page}
            number={index + 1}
            current={page.id === currentId}
            onOpen={() => onOpen(page.id)}
            onDrop={(dragged) => onDropOn(dragged, page.id)}
          />
        </li>
      ))}
    </Box>
  );
}

interface ThumbnailProps {
  draftId: string;
  page: DraftPage;
  number: number;
  current: boolean;
  onOpen: () => void;
  onDrop: (pageId: string) => void;
}

function Thumbnail({ draftId, page, number, current, onOpen, onDrop }: ThumbnailProps) {
  const words = page.warnings.map((warning) => warningWords[warning]).join('；');
  return (
    <ButtonBase
      draggable
      aria-label={`第 ${number} 页${page.mime === 'application/pdf' ? '，PDF' : ''}${words ? `，需注意：${words}` : ''}`}
      aria-pressed={current}
      onClick={onOpen}
      onDragStart={(event) => event.dataTransfer.setData(PAGE_DRAG, page.id)}
      onDragOver={(event) => event.dataTransfer.types.includes(PAGE_DRAG) && event.preventDefault()}
      onDrop={(event) => onDrop(event.dataTransfer.getData(PAGE_DRAG))}
      sx={{
        width: 84,
        height: 108,
        flexShrink: 0,
        position: 'relative',
        border: '2px solid',
        borderColor: current ? 'primary.main' : 'divider',
        borderRadius: 1,
        overflow: 'hidden',
        bgcolor: 'background.paper',
        // the place in the order; its name says the same in words
        '&::after': {
          content: `"${number}"`,
          position: 'absolute',
          left: 0,
          bottom: 0,
          px: 0.75,
          bgcolor: 'rgba(0,0,0,.7)',
          color: '#fff',
          fontSize: '0.875rem',
        },
      }}
    >
      <PagePicture draftId={draftId} page={page} alt="" />
      {words && (
        <WarningAmberOutlined
          aria-hidden
          sx={{
            position: 'absolute',
            right: 2,
            top: 2,
            color: 'warning.main',
            bgcolor: '#fff',
            borderRadius: '50%',
          }}
        />
      )}
    </ButtonBase>
  );
}

/** The page's picture, or a sign for a PDF. */
export function PagePicture({ draftId, page, alt }: { draftId: string; page: DraftPage; alt: string }) {
  const isPdf = page.mime === 'application/pdf';
  const { blob, failure } = usePageBlob(draftId, isPdf ? null : page.id);
  const url = useBlobUrl(blob);
  if (isPdf) {
    return (
      <Box aria-hidden sx={{ textAlign: 'center', m: 'auto' }}>
        <PictureAsPdfOutlined sx={{ fontSize: 40, color: 'text.secondary' }} />
        <div>PDF</div>
      </Box>
    );
  }
  if (failure) return <Box sx={{ m: 'auto', p: 0.5 }}>打不开</Box>;
  if (!url) return null;
  return (
    <Box
      component="img"
      src={url}
      alt={alt}
      draggable={false}
      sx={{ maxWidth: '100%', maxHeight: '100%', m: 'auto' }}
    />
  );
}
