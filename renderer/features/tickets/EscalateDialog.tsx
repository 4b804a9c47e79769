import { useState } from 'react';
import { BigChoice } from '../../ui/BigChoice.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { optionsOf } from '../../words/options-of.ts';
import { ActDialog } from '../records/ActDialog.tsx';
import type { TicketDialog } from './ticket-dialog.ts';

const why = { overdue: '已经超期', requested: '本人要求' } as const;

/** One level up, because it is overdue or the person asks for it; the person's due date stays. */
export function EscalateDialog({ ticket, pending, failure, onSend, onClose }: TicketDialog) {
  const [choice, setChoice] = useState<keyof typeof why>(ticket.summary.overdue ? 'overdue' : 'requested');
  const [reason, setReason] = useState('');
  const choices = optionsOf(why).filter(({ value }) => value === 'requested' || ticket.summary.overdue);
  return (
    <ActDialog
      title="上报上一级？"
      confirmLabel="上报一级"
      ready={reason.trim() !== ''}
      pending={pending}
      failure={failure}
      onConfirm={() => onSend({ type: 'escalate', requested: choice === 'requested', reason: reason.trim() })}
      onClose={onClose}
    >
      <BigChoice label="因为" choices={choices} value={choice} onChange={setChoice} autoFocus />
      <TextInput
        label="说明"
        hint="上报以后由上一级的人接手，答复期限不变"
        value={reason}
        onChange={setReason}
        maxLength={1000}
        multiline
      />
    </ActDialog>
  );
}
