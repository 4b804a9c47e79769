import Box from '@mui/material/Box';
import type { SxProps, Theme } from '@mui/material/styles';
import { useCallback } from 'react';

interface Props {
  bytes: Uint8Array;
  mime: string;
  alt: string;
  /** The bytes are no picture after all. */
  onError?: () => void;
  sx?: SxProps<Theme>;
}

/** Shows bytes as a picture; the browser forgets them when it leaves the screen. */
export function BlobImage({ bytes, mime, alt, onError, sx }: Props) {
  const attach = useCallback(
    (image: HTMLImageElement) => {
      const url = URL.createObjectURL(new Blob([bytes.slice()], { type: mime }));
      image.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [bytes, mime],
  );
  return <Box component="img" ref={attach} alt={alt} decoding="async" onError={onError} sx={sx ?? {}} />;
}
