import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { formatChinese } from '../../../domain/values/iso-date.ts';
import { isCompleteIdNumber } from './complete-id-number.ts';
import { useCoreCommand, useCoreQuery } from '../../core-query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { assistanceNames } from '../../words/statement-names.ts';
import { useDraft } from './draft-context.tsx';
import { sectionWords } from './section-words.ts';

/** Offers the answers of an earlier case of the same person, with its date; nothing is taken without a press. */
export function EarlierAnswers() {
  const { draft, save, replace, flush, revision } = useDraft();
  const [later, setLater] = useState(false);
  const toast = useToast();
  const reuse = useCoreCommand('draft.reuse');
  const idNumber = draft.sections.identity?.idNumber ?? '';
  const asked =
    isCompleteIdNumber(idNumber) && save.kind === 'saved' && !draft.sections.origin.reused && !later;
  const earlier = useCoreQuery('draft.earlier', { draftId: draft.id }, { enabled: asked, staleTime: 0 });
  const [latest] = earlier.data?.cases ?? [];
  if (!asked || !latest) return null;
  const take = async (): Promise<void> => {
    await flush();
    const input = { draftId: draft.id, revision: revision(), fromCaseId: latest.caseId };
    const answer = await reuse.run(input);
    if (!answer) return;
    replace(answer.output.draft);
    setLater(true);
    const { taken, kept } = answer.output;
    const left = kept.length > 0 ? `；${sectionWords(kept)}已经填过，没有动` : '';
    toast({ text: taken.length > 0 ? `沿用了${sectionWords(taken)}，请核对${left}` : `没有要沿用的${left}` });
  };
  return (
    <Alert
      severity="info"
      role="region"
      aria-label="沿用上次"
      action={
        <>
          <Button onClick={() => void take()} disabled={reuse.pending}>
            沿用上次填的
          </Button>
          <Button onClick={() => setLater(true)}>不用</Button>
        </>
      }
    >
      <ErrorNotice failure={reuse.failure} />
      {formatChinese(latest.submittedOn)} 申请过{assistanceNames[latest.kind]}（{latest.caseCode}
      ）。可以沿用那次填的，只填还空着的地方。
    </Alert>
  );
}
