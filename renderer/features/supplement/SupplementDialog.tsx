import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useState } from 'react';
import type { Dossier } from '../../../contract/views.ts';
import { formatChinese, isIsoDate } from '../../../domain/values/iso-date.ts';
import { useCoreCommand } from '../../core-query.ts';
import { useCalendar, useToday } from '../../session/status.ts';
import { DateField } from '../../ui/DateField.tsx';
import { dueWords } from '../../ui/due-words.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { AddNoticeLine } from './AddNoticeLine.tsx';
import { noticeItems, noticeLines, usualLimit, type NoticeLine } from './notice-draft.ts';
import { NoticeLineRow } from './NoticeLineRow.tsx';

interface Props {
  dossier: Dossier;
  onClose: (changed: boolean) => void;
}

/** 一次性告知: everything missing is ticked at once, since the law allows one notice. */
export function SupplementDialog({ dossier, onClose }: Props) {
  const { summary, supplements } = dossier;
  const titleId = useId();
  const today = useToday();
  const calendar = useCalendar();
  const toast = useToast();
  const issue = useCoreCommand('case.issueSupplement');
  const [lines, setLines] = useState(() => noticeLines(dossier, today));
  const [limit, setLimit] = useState(() => usualLimit(today, calendar));
  const [reason, setReason] = useState('');
  const second = supplements.length > 0;
  const items = noticeItems(lines);
  const limitError = limit && (!isIsoDate(limit) || limit <= today) ? '请选今天以后的日子' : null;
  const ready = items.length > 0 && isIsoDate(limit) && !limitError && (!second || reason.trim() !== '');
  const change = (next: NoticeLine): void =>
    setLines((all) => all.map((line) => (line.key === next.key ? next : line)));
  const add = (line: NoticeLine): void =>
    setLines((all) => [...all.filter(({ key }) => key !== line.key), line]);
  const send = async (): Promise<void> => {
    const input = { caseId: summary.id, items, limit, reason: second ? reason.trim() : null };
    if (!(await issue.run(input))) return;
    toast({ text: `已告知${summary.applicantName}在 ${formatChinese(limit)}前补交 ${items.length} 样` });
    onClose(true);
  };
  return (
    <Dialog open onClose={() => onClose(false)} aria-labelledby={titleId} maxWidth="md" fullWidth>
      <DialogTitle id={titleId} variant="h2">
        告知{summary.applicantName}补正
      </DialogTitle>
      <DialogContent dividers sx={{ display: 'grid', gap: 2 }}>
        <Alert severity="warning" variant="outlined">
          {second
            ? `已经发过 ${supplements.length} 次。再发一次要写明理由，理由会留在档案里。`
            : '只能告知一次。请把缺的一次写全，发出后清单不能再改。'}
        </Alert>
        <Box role="group" aria-label="缺哪些材料" sx={{ display: 'grid', gap: 1 }}>
          {lines.map((line) => (
            <NoticeLineRow key={line.key} line={line} onChange={change} />
          ))}
        </Box>
        <AddNoticeLine dossier={dossier} onAdd={add} />
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
          <DateField
            label="补交期限"
            value={limit}
            onChange={setLimit}
            error={limitError}
            hint="到期没补，视为放弃"
            width={320}
          />
          {isIsoDate(limit) && !limitError && <span>{dueWords(limit, today, calendar).words}</span>}
        </Box>
        {second && (
          <TextInput
            label="为什么要再发一次"
            value={reason}
            onChange={setReason}
            maxLength={500}
            multiline
            hint="例如：第一次之后家庭情况有变化"
          />
        )}
        <ErrorNotice failure={issue.failure} />
      </DialogContent>
      <DialogActions sx={{ p: 2 }}>
        <Button variant="outlined" onClick={() => onClose(false)}>
          不，返回
        </Button>
        <Button variant="contained" onClick={() => void send()} disabled={!ready || issue.pending}>
          发出补正通知（{items.length} 样）
        </Button>
      </DialogActions>
    </Dialog>
  );
}
