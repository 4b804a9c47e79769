import Typography from '@mui/material/Typography';
import { useState, type ComponentType } from 'react';
import { useToday } from '../../../session/status.ts';
import { BigChoice } from '../../../ui/BigChoice.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { ActionDialog } from '../ActionDialog.tsx';
import type { ActionFormProps } from '../action-form.ts';
import { useAct } from '../use-act.ts';
import {
  amendLacking,
  amendmentOf,
  emptyAmendment,
  possibleChanges,
  type AmendDraft,
} from './amend-draft.ts';
import { amendEffects, amendWords, type AmendChange } from './amend-words.ts';
import {
  ApplicantReplacedFields,
  MemberAddedFields,
  MemberLeftFields,
  VillageFields,
  type AmendPartProps,
} from './AmendFields.tsx';

const parts: Partial<Record<AmendChange, ComponentType<AmendPartProps>>> = {
  memberAdded: MemberAddedFields,
  memberLeft: MemberLeftFields,
  applicantReplaced: ApplicantReplacedFields,
  villageChanged: VillageFields,
};

/** 家庭变化 while a case is open: who joins signs, who leaves is no longer counted, and the survey follows. */
export function AmendForm({ dossier, action, onClose }: ActionFormProps) {
  const { id, applicantName } = dossier.summary;
  const today = useToday();
  const act = useAct(id);
  const [start] = useState(() => emptyAmendment(dossier));
  const [draft, setDraft] = useState<AmendDraft>(start);
  const change = (part: Partial<AmendDraft>): void => setDraft((all) => ({ ...all, ...part }));
  const lacking = amendLacking(draft, dossier, today);
  const save = async (): Promise<void> => {
    const amendment = amendmentOf(draft, dossier, today);
    if (!amendment) return;
    const done = `${applicantName}：${amendWords[amendment.change]}，已记入档案`;
    if (await act.run({ type: 'amend', amendment }, done)) onClose(true);
  };
  const Part = draft.change && parts[draft.change];
  return (
    <ActionDialog
      title={`${applicantName}：家庭变化`}
      source={action.source}
      verb="存入档案"
      ready={lacking.length === 0}
      pending={act.pending}
      failure={act.failure}
      dirty={draft !== start}
      wide
      lacking={lacking}
      onConfirm={() => void save()}
      onClose={() => onClose(false)}
    >
      <BigChoice
        label="有什么变化"
        choices={possibleChanges(dossier).map((value) => ({ value, label: amendWords[value] }))}
        value={draft.change}
        // Another change begins anew: a signature belongs to what was shown.
        onChange={(chosen) => setDraft({ ...start, change: chosen, note: draft.note })}
        autoFocus
      />
      {draft.change && <Typography>{amendEffects[draft.change]}</Typography>}
      {Part && <Part key={draft.change} dossier={dossier} draft={draft} onChange={change} />}
      {draft.change && draft.change !== 'memberAdded' && (
        <TextInput
          label="补充说明（可以不写）"
          value={draft.note}
          onChange={(note) => change({ note })}
          maxLength={1000}
          multiline
        />
      )}
    </ActionDialog>
  );
}
