import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Dossier } from '../../../contract/views.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { momentWords } from '../../words/moment-words.ts';
import { materialTitle } from '../review/material-words.ts';
import { CheckedMark, PageViewer } from './PageViewer.tsx';
import { PageThumb } from './PageThumb.tsx';
import { useOpenedPages, type OpenedPage } from './read-page.ts';

type DossierPage = Dossier['documents'][number]['pages'][number];
const sourceWords = { camera: '摄像头', scanner: '扫描仪', file: '文件', still: '网络相机' } as const;

/** Every page on record, opened one by one with its digest checked. */
export function DocumentsSection({ dossier }: { dossier: Dossier }) {
  const { documents, application, summary } = dossier;
  const [viewed, setViewed] = useState<string | null>(null);
  const titled = documents.flatMap((document) => {
    const title = materialTitle(document.slot, document.memberId, application.members);
    return document.pages.map((page, index) => ({
      id: page.id,
      digest: page.digest,
      title: `${title} 第 ${index + 1} 页`,
    }));
  });
  const opened = useOpenedPages(
    summary.id,
    titled.map(({ digest }) => digest),
  );
  if (documents.length === 0)
    return <EmptyState title="这件申请没有扫描的材料" how="补交的材料也会出现在这里。" />;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'repeat(auto-fill, minmax(24rem, 1fr))',
        alignItems: 'start',
      }}
    >
      {documents.map(({ documentId, slot, memberId, pages }) => {
        const title = materialTitle(slot, memberId, application.members);
        return (
          <Paper key={documentId} variant="outlined" component="section" aria-label={title} sx={{ p: 2 }}>
            <Typography variant="h3" component="h2">
              {title}，{pages.length} 页
            </Typography>
            <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', mt: 1 }}>
              {pages.map((page, index) => (
                <PageTile
                  key={page.id}
                  page={page}
                  opened={opened.get(page.digest)}
                  label={`打开${title}第 ${index + 1} 页`}
                  onOpen={() => setViewed(page.id)}
                />
              ))}
            </Box>
          </Paper>
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

interface TileProps {
  page: DossierPage;
  opened: OpenedPage | undefined;
  label: string;
  onOpen: () => void;
}

function PageTile({ page, opened, label, onOpen }: TileProps) {
  return (
    <Box sx={{ width: 160, display: 'grid', gap: 0.5, justifyItems: 'start', alignContent: 'start' }}>
      <ButtonBase onClick={onOpen} aria-label={label} sx={{ minHeight: 44 }}>
        <PageThumb
          mime={page.mime}
          bytes={opened?.ok ? opened.bytes : null}
          damaged={opened !== undefined && !opened.ok}
          label={label}
          height={120}
        />
      </ButtonBase>
      {!opened && <Typography variant="caption">正在校验…</Typography>}
      {opened?.ok && <CheckedMark digest={page.digest} />}
      {opened && !opened.ok && <Typography color="error">打不开，点开看原因</Typography>}
      <Typography variant="caption" color="textSecondary">
        {sourceWords[page.source]}，{momentWords(page.capturedAt)}，{page.uploaded ? '已上传' : '还没上传'}
      </Typography>
    </Box>
  );
}
