import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useState } from 'react';
import { preScreen, type PreScreenAnswers } from '../../../domain/eligibility/pre-screen.ts';
import { useCoreQuery } from '../../core-query.ts';
import { useToday } from '../../session/status.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { amountsWords } from '../../words/amounts-words.ts';
import { HitCard } from './HitCard.tsx';
import { Questions } from './Questions.tsx';

const unanswered: PreScreenAnswers = {
  ...{ age: null, householdSize: 1, monthIncomeFen: null, health: 'healthy', disability: null },
  ...{ supporters: null, expensesYearFen: null, emergency: null },
};

/** A few questions, and what they point to. It decides nothing and refuses nobody; nothing is kept unless a draft is begun. */
export function PreScreenPage() {
  const today = useToday();
  const [answers, setAnswers] = useState(unanswered);
  const terms = useCoreQuery('terms.inForce', {});
  return (
    <Page title="看看能申请什么">
      <Alert severity="info" sx={{ mb: 2 }}>
        只是帮您找方向，不作决定。算出来不合适也可以申请，由工作人员核实。
      </Alert>
      <ErrorNotice failure={terms.failure} onRetry={() => void terms.refetch()} />
      <Box
        sx={{
          display: 'grid',
          gap: 3,
          gridTemplateColumns: { xs: '1fr', lg: 'minmax(0, 5fr) minmax(0, 6fr)' },
          alignItems: 'start',
        }}
      >
        <Questions
          answers={answers}
          onChange={(change) => setAnswers((before) => ({ ...before, ...change }))}
        />
        {terms.isPending && <Waiting />}
        {terms.data && (
          <Box component="section" aria-label="可以申请的救助" sx={{ display: 'grid', gap: 2 }}>
            {preScreen(answers, terms.data.amounts, today).map((hit) => (
              <HitCard key={hit.kind} hit={hit} answers={answers} />
            ))}
            <Box component="p" sx={{ m: 0, color: 'text.secondary' }}>
              {amountsWords(terms.data.amounts)}
            </Box>
          </Box>
        )}
      </Box>
    </Page>
  );
}
