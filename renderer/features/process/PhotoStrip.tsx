import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useState } from 'react';
import type { PageMime } from '../../../domain/application/evidence.ts';
import { PageThumb } from '../dossier/PageThumb.tsx';
import { PageViewer } from '../dossier/PageViewer.tsx';
import { useOpenedPages } from '../dossier/read-page.ts';

interface Props {
  caseId: string;
  /** What the pictures are of; each gets its number. */
  label: string;
  pages: readonly { id: string; digest: string; mime: PageMime }[];
}

/** Photos and papers of a record, each opened large with its digest checked. */
export function PhotoStrip({ caseId, label, pages }: Props) {
  const [viewed, setViewed] = useState<string | null>(null);
  const digests = pages.map(({ digest }) => digest);
  const opened = useOpenedPages(caseId, digests);
  const titled = pages.map(({ id, digest }, index) => ({ id, digest, title: `${label} 第 ${index + 1} 张` }));
  if (pages.length === 0) return null;
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      {pages.map(({ id, digest, mime }, index) => {
        const page = opened.get(digest);
        return (
          <ButtonBase key={id} onClick={() => setViewed(id)} aria-label={`打开${label}第 ${index + 1} 张`}>
            <PageThumb
              mime={mime}
              bytes={page?.ok ? page.bytes : null}
              damaged={page?.ok === false}
              label={`${label}第 ${index + 1} 张`}
              height={96}
            />
          </ButtonBase>
        );
      })}
      {viewed && (
        <PageViewer
          pages={titled}
          opened={opened}
          current={viewed}
          onMove={setViewed}
          onClose={() => setViewed(null)}
        />
      )}
    </Box>
  );
}
