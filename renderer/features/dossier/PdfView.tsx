import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { Waiting } from '../../ui/Waiting.tsx';
import { drawPdf, mostPdfPages } from './pdf-pages.ts';

interface Props {
  bytes: Uint8Array;
  label: string;
  /** Of a page, in CSS px. */
  width?: number;
  center?: boolean;
}

/** A PDF drawn on the page itself: embedded viewers are shut out by the content policy, and scripts never run. */
export function PdfView({ bytes, label, width = 640, center = false }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<{ of: Uint8Array; pages: number | 'failed' } | null>(null);
  useEffect(() => {
    let left = false;
    const target = box.current;
    if (!target) return;
    drawPdf(bytes, target, width).then(
      (pages) => !left && setDrawn({ of: bytes, pages }),
      () => !left && setDrawn({ of: bytes, pages: 'failed' }),
    );
    return () => {
      left = true;
    };
  }, [bytes, width]);
  const state = drawn?.of === bytes ? drawn.pages : null;
  return (
    <Box>
      {state === null && <Waiting words="正在打开 PDF…" />}
      {state === 'failed' && <Typography color="error">这个 PDF 打不开，内容可能已经损坏。</Typography>}
      <Box
        ref={box}
        role="img"
        aria-label={label}
        sx={{
          '& canvas': {
            width,
            maxWidth: '100%',
            display: 'block',
            mx: center ? 'auto' : 0,
            mb: 1,
            border: 1,
            borderColor: 'divider',
          },
        }}
      />
      {typeof state === 'number' && state > mostPdfPages && (
        <Typography>
          只显示前 {mostPdfPages} 页，共 {state} 页。
        </Typography>
      )}
    </Box>
  );
}
