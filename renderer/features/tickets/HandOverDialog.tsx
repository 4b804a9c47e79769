import { useState } from 'react';
import { PickField } from '../../ui/PickField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { ActDialog } from '../records/ActDialog.tsx';
import { useDesks } from '../records/use-desks.ts';
import { ownerOf, ownerOptions } from './owner-options.ts';
import type { TicketDialog } from './ticket-dialog.ts';

/** Another owner, with a reason; nobody whom it is about is offered, nor anybody who may not read it. */
export function HandOverDialog({ ticket, pending, failure, onSend, onClose }: TicketDialog) {
  const { colleagues } = useDesks();
  const [ownerId, setOwnerId] = useState('');
  const [reason, setReason] = useState('');
  const now = ticket.summary.owner.desk.accountId;
  const about = ticket.about && {
    accountId: ticket.about.accountId,
    role: ticket.about.role,
    areaCode: ticket.about.areaCode,
  };
  const options = ownerOptions(colleagues, ticket.placeCode, about, ticket.summary.confidential).filter(
    ({ value }) => value !== now,
  );
  const to = ownerOf(colleagues, ownerId);
  return (
    <ActDialog
      title="转交"
      confirmLabel="转交"
      ready={to !== null && reason.trim() !== ''}
      pending={pending}
      failure={failure}
      onConfirm={() => {
        if (to) onSend({ type: 'handOver', to, reason: reason.trim() });
      }}
      onClose={onClose}
    >
      <PickField label="转给谁" options={options} value={ownerId} onChange={setOwnerId} autoFocus />
      <TextInput label="为什么转交" value={reason} onChange={setReason} maxLength={1000} multiline />
    </ActDialog>
  );
}
