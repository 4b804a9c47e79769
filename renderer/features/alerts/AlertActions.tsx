import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { AlertAction, AlertView } from '../../../contract/views/alert-ticket.ts';
import type { AlertCommand } from '../../../domain/alert/alert-commands.ts';
import { useCoreCommand } from '../../core-query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { alertActionNames } from '../../words/alert-words.ts';
import { ReasonDialog } from '../records/ReasonDialog.tsx';
import { AssignDialog } from './AssignDialog.tsx';
import { LinkCaseDialog } from './LinkCaseDialog.tsx';
import { ReportDialog } from './ReportDialog.tsx';

interface Props {
  alert: AlertView;
  onChanged: () => void;
}

const doneWords: Record<AlertAction, string> = {
  assign: '已交办',
  accept: '已接收，请上门跟进后回报',
  report: '已回报',
  return: '已退回',
  escalate: '已上报',
  linkCase: '已关联申请',
  close: '已办结',
};

const reasons = {
  return: {
    title: '退回这条预警？',
    effect: '退回给交办的一级，由他们另外安排。原因会留在流转记录里。',
    label: '为什么退回',
  },
  escalate: {
    title: '上报上一级？',
    effect: '已经超期没有交办到人，交给上一级处理。',
    label: '说明',
  },
  close: {
    title: '办结这条预警？',
    effect: '办结以后不能再改。跟进记录会一直保留。',
    label: '办结意见',
  },
} as const;

/** What the rules let this account do now, as buttons; the first is the usual one. */
export function AlertActions({ alert, onChanged }: Props) {
  const [open, setOpen] = useState<AlertAction | null>(null);
  const act = useCoreCommand('alert.act');
  const toast = useToast();
  const send = async (command: AlertCommand & { type: AlertAction }): Promise<void> => {
    if (!(await act.run({ alertId: alert.summary.id, command }))) return;
    toast({ text: doneWords[command.type] });
    setOpen(null);
    onChanged();
  };
  const close = (): void => {
    act.reset();
    setOpen(null);
  };
  if (alert.actions.length === 0) return null;
  const dialog = {
    pending: act.pending,
    failure: act.failure,
    onSend: (c: Parameters<typeof send>[0]) => void send(c),
    onClose: close,
  };
  return (
    <Box role="group" aria-label="可以办的事" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      {alert.actions.map((action, index) => (
        <Button
          key={action}
          variant={index === 0 ? 'contained' : 'outlined'}
          disabled={act.pending}
          onClick={() => (action === 'accept' ? void send({ type: 'accept' }) : setOpen(action))}
        >
          {alertActionNames[action]}
        </Button>
      ))}
      {open === null && <ErrorNotice failure={act.failure} />}
      {open === 'assign' && <AssignDialog {...dialog} />}
      {open === 'report' && <ReportDialog {...dialog} seenOn={alert.seenOn} />}
      {open === 'linkCase' && <LinkCaseDialog {...dialog} />}
      {(open === 'return' || open === 'escalate' || open === 'close') && (
        <ReasonDialog
          {...reasons[open]}
          confirmLabel={alertActionNames[open]}
          pending={act.pending}
          failure={act.failure}
          onClose={close}
          onConfirm={(text) =>
            void send(open === 'close' ? { type: 'close', conclusion: text } : { type: open, reason: text })
          }
        />
      )}
    </Box>
  );
}
