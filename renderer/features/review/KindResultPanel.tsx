import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { DraftView } from '../../../contract/views.ts';
import { peopleOf } from '../../../domain/application/forms.ts';
import { kindFactsOf } from '../../../domain/application/kind-facts.ts';
import { assessKind } from '../../../domain/eligibility/assess-kind.ts';
import { useToday } from '../../session/status.ts';
import { amountsWords } from '../../words/amounts-words.ts';
import { assistanceNames } from '../../words/statement-names.ts';
import { KindResult } from './KindResult.tsx';

/** The arithmetic of the kind beside the questions that feed it; reckoned again at every key. */
export function KindResultPanel({ draft }: { draft: DraftView }) {
  const today = useToday();
  const members = peopleOf(draft.sections);
  const facts = kindFactsOf({ ...draft.sections, members }, today);
  const assessed = members.length === 0 ? null : assessKind(draft.kind, facts, draft.amounts);
  const title = `${assistanceNames[draft.kind]}怎么算`;
  return (
    <Paper variant="outlined" component="section" aria-label={title} sx={{ p: 2 }}>
      <Typography variant="h3">{title}</Typography>
      {assessed === null && <Typography>先填申请人，这里就开始算。</Typography>}
      {assessed && !assessed.ok && <Typography color="error">金额太大，算不出来，请检查。</Typography>}
      {assessed?.ok && <KindResult result={assessed.value} />}
      <Typography variant="caption" component="p" color="textSecondary">
        {amountsWords(draft.amounts)}
      </Typography>
    </Paper>
  );
}
