import { useState } from 'react';
import type { CaseCommand } from '../../../../domain/case/case-commands.ts';
import { newId } from '../../../new-id.ts';
import { useAccount, useToday } from '../../../session/status.ts';
import { BigChoice } from '../../../ui/BigChoice.tsx';
import { actionWords } from '../../../words/process-words.ts';
import { surveyMethodWords } from '../../../words/process-answers.ts';
import { ActionDialog } from '../ActionDialog.tsx';
import type { ActionFormProps } from '../action-form.ts';
import { useAct } from '../use-act.ts';
import { BlankFormButton } from './BlankFormButton.tsx';
import { LetterFields } from './LetterFields.tsx';
import { SelfCareFields } from './SelfCareFields.tsx';
import {
  emptySurvey,
  surveyLacking,
  surveyRecordOf,
  type SurveyDraft,
  type SurveyMethod,
} from './survey-draft.ts';
import { HomeFields } from './HomeFields.tsx';
import { NeighbourFields } from './NeighbourFields.tsx';
import { ConclusionFields, SignatureFields, SurveyorFields } from './VisitFields.tsx';

const blanks = { home: 'surveyHomeForm', neighbour: 'surveyNeighbourForm', letter: 'surveyLetter' } as const;

/** 入户调查表, 邻里访问表, 信函索证, 生活自理评估: one form, the parts by method; what was filled in stays when it changes. */
export function SurveyForm({ dossier, process, action, onClose }: ActionFormProps) {
  const { summary, application } = dossier;
  const { members } = application;
  const me = useAccount();
  const today = useToday();
  const act = useAct(summary.id);
  const [surveyId] = useState(newId);
  const [start] = useState(() => emptySurvey('home', today, me.displayName, members[0]?.id ?? ''));
  const [draft, setDraft] = useState<SurveyDraft>(start);
  const change = (part: Partial<SurveyDraft>): void => setDraft((all) => ({ ...all, ...part }));
  const known = [{ accountId: me.id, name: me.displayName }, ...process.colleagues];
  const command = action.command as 'recordSurvey' | 'recordDistrictVisit';
  const methods: readonly SurveyMethod[] =
    command === 'recordDistrictVisit'
      ? ['home']
      : ['home', 'neighbour', 'letter', ...(process.kind === 'tekun' ? (['selfCare'] as const) : [])];
  const lacking = surveyLacking(draft, members, today);
  const verb = actionWords[command];
  const run = async (): Promise<void> => {
    const record = surveyRecordOf(draft, surveyId, members, known);
    const given: CaseCommand & { type: typeof command } = { type: command, record };
    const done = `${summary.applicantName}：${surveyMethodWords[draft.method]}已记入档案`;
    if (await act.run(given, done)) onClose(true);
  };
  const part = { caseId: summary.id, draft, members, known, today, onChange: change };
  const blank = draft.method === 'selfCare' ? null : blanks[draft.method];
  return (
    <ActionDialog
      title={`${summary.applicantName}：${verb}`}
      source={action.source}
      verb="存入档案"
      ready={lacking.length === 0}
      pending={act.pending}
      failure={act.failure}
      dirty={draft !== start}
      wide
      lacking={lacking}
      onConfirm={() => void run()}
      onClose={() => onClose(false)}
    >
      {methods.length > 1 && (
        <BigChoice
          label="用什么办法调查"
          choices={methods.map((value) => ({ value, label: surveyMethodWords[value] }))}
          value={draft.method}
          onChange={(method) => change({ method })}
          autoFocus
        />
      )}
      {blank && <BlankFormButton caseId={summary.id} document={blank} />}
      {draft.method === 'letter' ? (
        <LetterFields {...part} />
      ) : (
        <>
          <SurveyorFields {...part} />
          {draft.method === 'home' && <HomeFields {...part} />}
          {draft.method === 'neighbour' && <NeighbourFields {...part} />}
          {draft.method === 'selfCare' && <SelfCareFields {...part} />}
          <ConclusionFields {...part} />
          <SignatureFields {...part} />
        </>
      )}
    </ActionDialog>
  );
}
