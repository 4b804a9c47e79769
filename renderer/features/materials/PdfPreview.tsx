import Box from '@mui/material/Box';
import { useEffect, useRef, useState } from 'react';
import { drawPdf } from '../dossier/pdf-pages.ts';
import { usePageBlob } from './page-picture.ts';

/** Sheets are drawn this wide, CSS pixels. */
const WIDTH = 640;

/** A PDF's sheets below each other, so that the clerk sees what was chosen. */
export function PdfPreview({ draftId, pageId, label }: { draftId: string; pageId: string; label: string }) {
  const { blob } = usePageBlob(draftId, pageId);
  const box = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'drawing' | 'drawn' | 'unreadable'>('drawing');
  useEffect(() => {
    const element = box.current;
    if (!blob || !element) return;
    let gone = false;
    blob
      .arrayBuffer()
      .then((bytes) => (gone ? 0 : drawPdf(new Uint8Array(bytes), element, WIDTH)))
      .then(
        () => !gone && setState('drawn'),
        () => !gone && setState('unreadable'),
      );
    return () => {
      gone = true;
    };
  }, [blob]);
  return (
    <Box
      sx={{
        width: '100%',
        overflowY: 'auto',
        '& canvas': { width: '100%', maxWidth: WIDTH, display: 'block', mx: 'auto', mb: 1 },
      }}
    >
      {state === 'drawing' && <span role="status">正在打开 PDF…</span>}
      {state === 'unreadable' && (
        <span role="alert">这个 PDF 打不开，可能已经损坏。请删除后换一个文件，或者拍照。</span>
      )}
      <div ref={box} role="img" aria-label={label} tabIndex={state === 'drawn' ? 0 : undefined} />
    </Box>
  );
}
