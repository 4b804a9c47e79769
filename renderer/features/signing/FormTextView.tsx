import VolumeUpOutlined from '@mui/icons-material/VolumeUpOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { RenderedText } from '../../../domain/application/authorization-text.ts';
import { useReadAloud } from './use-read-aloud.ts';

/** A text to agree to, whole and in large type; the plain sentence first, the legal name small beneath it. `wide`: two columns. */
export function FormTextView({ text, wide = false }: { text: RenderedText; wide?: boolean }) {
  const voice = useReadAloud();
  const all = [text.plain, ...text.sections.flatMap(({ title, paragraphs }) => [title, ...paragraphs])];
  return (
    <Box component="article" aria-label={text.plain} sx={{ fontSize: '1.25rem', lineHeight: 1.7 }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}>
        <Box sx={{ flex: 1 }}>
          <Typography variant="h2" component="h2">
            {text.plain}
          </Typography>
          <Typography variant="caption" color="text.secondary">
            {text.legalName}（{text.version}）
          </Typography>
        </Box>
        {voice.available && (
          <Button
            variant="outlined"
            startIcon={<VolumeUpOutlined />}
            onClick={() => (voice.reading ? voice.stop() : voice.read(all))}
          >
            {voice.reading ? '停止朗读' : '朗读'}
          </Button>
        )}
      </Box>
      <Box
        sx={wide ? { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', columnGap: 4 } : {}}
      >
        {text.sections.map(({ title, paragraphs }) => (
          <section key={title}>
            <Typography variant="h3" sx={{ mt: 2, fontSize: '1.25rem' }}>
              {title}
            </Typography>
            {paragraphs.map((paragraph, i) => (
              <Box component="p" key={`${i} ${paragraph}`} sx={{ my: 0.5 }}>
                {paragraph}
              </Box>
            ))}
          </section>
        ))}
      </Box>
    </Box>
  );
}
