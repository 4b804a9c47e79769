import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useNavigate } from 'react-router';
import { preScreenSections } from '../../../domain/application/pre-screen-sections.ts';
import type { PreScreenAnswers, PreScreenHit } from '../../../domain/eligibility/pre-screen.ts';
import { useCoreCommand } from '../../core-query.ts';
import { newId } from '../../new-id.ts';
import { useAccount } from '../../session/status.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { kindChoices } from '../../words/kind-words.ts';
import { amountWords, Lines } from '../review/KindResult.tsx';

const words = {
  likely: { label: '很可能合适', color: 'success' },
  possible: { label: '可能合适，还要了解', color: 'info' },
  unlikely: { label: '看来不太合适，也可以申请', color: 'default' },
} as const;

/** One kind: how likely, why, how it is reckoned, by which rule, and the way to apply with the answers taken along. */
export function HitCard({ hit, answers }: { hit: PreScreenHit; answers: PreScreenAnswers }) {
  const clerk = useAccount().role === 'windowClerk';
  const choice = kindChoices.find(({ kind }) => kind === hit.kind);
  const { label, color } = words[hit.likelihood];
  const title = choice?.title ?? '';
  return (
    <Paper variant="outlined" component="section" aria-label={title} sx={{ p: 2 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="h3" component="h2">
          {title}
        </Typography>
        <Chip label={label} color={color} variant="outlined" />
        {clerk && <Begin hit={hit} answers={answers} title={title} />}
      </Box>
      <Typography color="textSecondary">{choice?.forWhom}</Typography>
      <Box component="ul" aria-label={`${title}为什么`} sx={{ m: 0, mt: 1, pl: 2.5 }}>
        {hit.why.map((why) => (
          <li key={why}>{why}</li>
        ))}
      </Box>
      {hit.amount && hit.likelihood !== 'unlikely' && (
        <Typography sx={{ fontWeight: 600, mt: 1 }}>如果都符合，{amountWords(hit.amount)}。</Typography>
      )}
      <Box component="details" sx={{ mt: 1 }}>
        <Box component="summary" sx={{ cursor: 'pointer', lineHeight: '44px', color: 'primary.main' }}>
          怎么算的
        </Box>
        <Lines lines={hit.lines} />
        {hit.amount && <Lines lines={hit.amount.lines} />}
        <Typography variant="caption" component="p" color="textSecondary">
          依据：{hit.sources.join('；')}
        </Typography>
      </Box>
    </Paper>
  );
}

function Begin({ hit, answers, title }: { hit: PreScreenHit; answers: PreScreenAnswers; title: string }) {
  const create = useCoreCommand('draft.create');
  const navigate = useNavigate();
  const begin = async (): Promise<void> => {
    const sections = preScreenSections(hit.kind, answers, newId);
    const answer = await create.run({ kind: hit.kind, sections });
    if (answer) await navigate(`/apply/${answer.output.draft.id}/identity`);
  };
  return (
    <Box sx={{ ml: 'auto' }}>
      <Button
        variant={hit.likelihood === 'unlikely' ? 'outlined' : 'contained'}
        disabled={create.pending}
        onClick={() => void begin()}
      >
        申请{title}
      </Button>
      <ErrorNotice failure={create.failure} />
    </Box>
  );
}
