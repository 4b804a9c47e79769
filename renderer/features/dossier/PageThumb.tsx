import BrokenImageOutlined from '@mui/icons-material/BrokenImageOutlined';
import PictureAsPdfOutlined from '@mui/icons-material/PictureAsPdfOutlined';
import Box from '@mui/material/Box';
import type { PageMime } from '../../../domain/application/evidence.ts';
import { BlobImage } from './BlobImage.tsx';

interface Props {
  mime: PageMime;
  bytes: Uint8Array | null;
  damaged?: boolean;
  label: string;
  height?: number;
}

/** A small picture of a page; a PDF shows its sign, a damaged page says so. */
export function PageThumb({ mime, bytes, damaged = false, label, height = 48 }: Props) {
  if (bytes && !damaged && mime !== 'application/pdf') {
    const frame = {
      height,
      maxWidth: height * 2,
      objectFit: 'cover',
      border: 1,
      borderColor: 'divider',
    } as const;
    return <BlobImage bytes={bytes} mime={mime} alt={label} sx={frame} />;
  }
  return (
    <Box
      role="img"
      aria-label={damaged ? `${label}，打不开` : label}
      sx={{
        height,
        width: height * 0.75,
        display: 'grid',
        placeItems: 'center',
        border: 1,
        borderColor: damaged ? 'error.main' : 'divider',
        color: damaged ? 'error.main' : 'text.secondary',
      }}
    >
      {damaged ? <BrokenImageOutlined /> : mime === 'application/pdf' ? <PictureAsPdfOutlined /> : null}
    </Box>
  );
}
