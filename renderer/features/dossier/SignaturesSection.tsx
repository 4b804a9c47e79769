import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { Dossier } from '../../../contract/views.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { signedWords } from '../review/DraftSignatures.tsx';
import { BlobImage } from './BlobImage.tsx';
import { CheckedMark } from './PageViewer.tsx';
import { useOpenedPages, type OpenedPage } from './read-page.ts';

/** Who signed, when, the picture of the signature, and the very text that was on screen. */
export function SignaturesSection({ dossier }: { dossier: Dossier }) {
  const { signatures, application, summary } = dossier;
  const pictures = useOpenedPages(
    summary.id,
    signatures.map(({ imageDigest }) => imageDigest),
  );
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {signatures.map((signature) => {
        const name = application.members.find(({ id }) => id === signature.memberId)?.name ?? '家里人';
        return (
          <Paper
            key={signature.memberId}
            variant="outlined"
            component="section"
            aria-label={`${name}的授权签字`}
            sx={{ p: 2 }}
          >
            <Typography variant="h3" component="h2">
              {name}
            </Typography>
            <Typography>{signedWords(signature, application.members)}</Typography>
            <Box sx={{ my: 1 }}>
              <Picture
                page={pictures.get(signature.imageDigest)}
                digest={signature.imageDigest}
                label={`${name}的签字`}
              />
            </Box>
            <details>
              <Box component="summary" sx={{ minHeight: 44, cursor: 'pointer', py: 1 }}>
                签字时屏幕上的文字（版本 {signature.textVersion}）
              </Box>
              <Typography sx={{ whiteSpace: 'pre-wrap' }}>{signature.text}</Typography>
            </details>
          </Paper>
        );
      })}
    </Box>
  );
}

function Picture({ page, digest, label }: { page: OpenedPage | undefined; digest: string; label: string }) {
  if (!page) return <Waiting words="正在打开签字…" />;
  if (!page.ok) return <ErrorNotice failure={page.failure} />;
  const frame = { height: 96, maxWidth: 300, bgcolor: '#fff', border: 1, borderColor: 'divider' };
  return (
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
      <BlobImage bytes={page.bytes} mime={page.mime} alt={label} sx={frame} />
      <CheckedMark digest={digest} />
    </Box>
  );
}
