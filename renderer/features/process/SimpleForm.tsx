import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { CaseCommand } from '../../../domain/case/case-commands.ts';
import type { StaffCommand } from '../../../domain/case/staff-commands.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import { actionWords } from '../../words/process-words.ts';
import { ActionDialog } from './ActionDialog.tsx';
import type { ActionFormProps } from './action-form.ts';
import { simpleForms } from './simple-forms.ts';
import { useAct } from './use-act.ts';

/** A step that needs at most a reason: says what will happen, and asks why where the record has to hold it. */
export function SimpleForm({ dossier, action, onClose }: ActionFormProps) {
  const { summary } = dossier;
  const command = action.command as CaseCommand['type'];
  const form = simpleForms[command];
  const act = useAct(summary.id);
  const [text, setText] = useState('');
  if (!form) return null;
  const verb = actionWords[command];
  const name = summary.applicantName;
  const ready = !form.reason || text.trim().length >= 2;
  const run = async (): Promise<void> => {
    const given = form.build(text.trim());
    if (await act.run(given as StaffCommand, `${name}：${verb}，已记入档案`)) onClose(true);
  };
  return (
    <ActionDialog
      title={`${name}：${verb}`}
      source={action.source}
      verb={verb}
      ready={ready}
      pending={act.pending}
      failure={act.failure}
      dirty={text.trim() !== ''}
      onConfirm={() => void run()}
      onClose={() => onClose(false)}
    >
      <Typography>{form.effect}</Typography>
      {form.reason && (
        <TextInput label={form.reason} value={text} onChange={setText} maxLength={500} multiline autoFocus />
      )}
      {form.note && (
        <TextInput label={form.note} value={text} onChange={setText} maxLength={500} multiline autoFocus />
      )}
    </ActionDialog>
  );
}
