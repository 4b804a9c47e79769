import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import type { OutboxItem } from '../../../contract/views.ts';
import { momentWords } from '../../words/moment-words.ts';
import { CaseSync } from './CaseSync.tsx';
import { kindWords, outboxReason, sizeWords } from './outbox-words.ts';

/** One record on its way: what it is, of which case, how far, and why it stands still. */
export function OutboxLine({ item, onRetry }: { item: OutboxItem; onRetry?: (id: string) => void }) {
  const { kind, label, state, attempts, bytes, sentBytes, failure, createdAt } = item;
  const name = `${kindWords[kind]} ${label}`;
  const partly = kind === 'file' && state !== 'acknowledged' && bytes > 0;
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) 160px 220px 112px',
        gap: 2,
        alignItems: 'center',
        px: 2,
        py: 1,
        minHeight: 56,
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Box>
        <Typography sx={{ overflowWrap: 'anywhere' }}>{name}</Typography>
        <Typography variant="caption" color="textSecondary">
          {momentWords(createdAt)}
          {attempts > 1 && `，试过 ${attempts} 次`}
        </Typography>
        {failure && (
          <Typography color="error">
            {outboxReason(failure)}{' '}
            <Typography component="span" variant="caption" color="textSecondary">
              代码 {failure}
            </Typography>
          </Typography>
        )}
      </Box>
      <CaseSync state={state} />
      <Box>
        {kind === 'file' && (
          <Typography>
            {partly ? `${sizeWords(sentBytes)} / ${sizeWords(bytes)}` : sizeWords(bytes)}
          </Typography>
        )}
        {partly && (
          <LinearProgress
            variant="determinate"
            aria-label={`${name}已上传`}
            value={Math.min(100, (sentBytes * 100) / bytes)}
            sx={{ height: 8, borderRadius: 1 }}
          />
        )}
      </Box>
      <Box>
        {onRetry && state !== 'sending' && (
          <Button variant="outlined" onClick={() => onRetry(item.id)} aria-label={`重试${name}`}>
            重试
          </Button>
        )}
      </Box>
    </Box>
  );
}
