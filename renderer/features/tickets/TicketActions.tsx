import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { TicketAction, TicketView } from '../../../contract/views/alert-ticket.ts';
import type { TicketCommand } from '../../../domain/ticket/ticket-commands.ts';
import { useCoreCommand } from '../../core-query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { ticketActionNames } from '../../words/ticket-words.ts';
import { ReasonDialog } from '../records/ReasonDialog.tsx';
import { AnswerDialog } from './AnswerDialog.tsx';
import { EscalateDialog } from './EscalateDialog.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';

interface Props {
  ticket: TicketView;
  onChanged: () => void;
}

const doneWords: Record<TicketAction, string> = {
  answer: '已登记答复',
  close: '已办结',
  reopen: '已重新办理，重新计时',
  handOver: '已转交',
  take: '现在由您负责',
  escalate: '已上报',
};

/** What the rules let this account do now, as buttons; the first is the usual one. */
export function TicketActions({ ticket, onChanged }: Props) {
  const [open, setOpen] = useState<TicketAction | null>(null);
  const act = useCoreCommand('ticket.act');
  const toast = useToast();
  const send = async (command: TicketCommand & { type: TicketAction }): Promise<void> => {
    if (!(await act.run({ ticketId: ticket.summary.id, command }))) return;
    toast({ text: doneWords[command.type] });
    setOpen(null);
    onChanged();
  };
  const close = (): void => {
    act.reset();
    setOpen(null);
  };
  if (ticket.actions.length === 0) return null;
  const dialog = {
    ticket,
    pending: act.pending,
    failure: act.failure,
    onSend: (command: Parameters<typeof send>[0]) => void send(command),
    onClose: close,
  };
  const begin = (action: TicketAction): void => {
    if (action === 'take' || action === 'close') void send({ type: action });
    else setOpen(action);
  };
  return (
    <Box role="group" aria-label="可以办的事" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      {ticket.actions.map((action, index) => (
        <Button
          key={action}
          variant={index === 0 ? 'contained' : 'outlined'}
          disabled={act.pending}
          onClick={() => begin(action)}
        >
          {ticketActionNames[action]}
        </Button>
      ))}
      {open === null && <ErrorNotice failure={act.failure} />}
      {open === 'answer' && <AnswerDialog {...dialog} />}
      {open === 'handOver' && <HandOverDialog {...dialog} />}
      {open === 'escalate' && <EscalateDialog {...dialog} />}
      {open === 'reopen' && (
        <ReasonDialog
          title="重新办理？"
          effect="本人对答复不满意，这件事重新办理，答复时限从今天重新算。"
          label="本人为什么不满意"
          confirmLabel="重新办理"
          pending={act.pending}
          failure={act.failure}
          onClose={close}
          onConfirm={(reason) => void send({ type: 'reopen', reason })}
        />
      )}
    </Box>
  );
}
