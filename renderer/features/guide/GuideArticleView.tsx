import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { ReadArticle } from '../../../domain/guide/read-guide.ts';
import { GuideBlockView } from './GuideBlocks.tsx';
import { sourceWords, updatedWords } from './guide-words.ts';

interface Props {
  article: ReadArticle;
  /** Whether the list is hidden behind it, so that a way back is needed. */
  alone: boolean;
}

/** One article with its sources and dates; printed without anything around it. */
export function GuideArticleView({ article, alone }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  // Opened by a press on its line: reading goes on at its title.
  useEffect(() => title.current?.focus(), [article.id]);
  return (
    <Paper
      variant="outlined"
      component="article"
      data-guide-article
      aria-labelledby="guide-title"
      sx={{ p: 3, display: 'grid', gap: 1.5, maxWidth: '46em' }}
    >
      <Box data-no-print sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {alone && (
          <Button component={Link} to="/guide" variant="outlined">
            回到目录
          </Button>
        )}
        <Button
          variant="outlined"
          startIcon={<PrintOutlined />}
          sx={{ ml: 'auto' }}
          onClick={() => window.print()}
        >
          打印这一篇
        </Button>
      </Box>
      <Typography
        id="guide-title"
        ref={title}
        tabIndex={-1}
        variant="h2"
        sx={{ scrollMarginTop: 16, '&:focus-visible': { outline: 'none' } }}
      >
        {article.title}
      </Typography>
      {article.updatedOn && <Typography sx={{ fontWeight: 600 }}>{article.summary}</Typography>}
      {article.body.map((block, index) => (
        <GuideBlockView key={index} block={block} />
      ))}
      <Box
        component="footer"
        sx={{ mt: 1, pt: 1.5, borderTop: 1, borderColor: 'divider', color: 'text.secondary' }}
      >
        <Typography variant="h3">依据</Typography>
        <Box component="ul" sx={{ m: 0, pl: '1.75em' }}>
          {article.sources.map((source) => (
            <li key={`${source.title} ${source.article}`}>{sourceWords(source)}</li>
          ))}
        </Box>
        {article.updatedOn && <Typography color="inherit">{updatedWords(article.updatedOn)}</Typography>}
      </Box>
    </Paper>
  );
}
