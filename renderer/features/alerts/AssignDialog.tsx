import { useState } from 'react';
import { addWorkingDays } from '../../../domain/calendar/work-calendar.ts';
import { isIsoDate } from '../../../domain/values/iso-date.ts';
import { useAccount, useCalendar, useToday } from '../../session/status.ts';
import { DateField } from '../../ui/DateField.tsx';
import { PickField } from '../../ui/PickField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { ActDialog } from '../records/ActDialog.tsx';
import { deskOf, deskOptions } from '../records/desk-options.ts';
import { useDesks } from '../records/use-desks.ts';
import type { AlertDialog } from './alert-dialog.ts';

/** A usual time to visit and report; the assigner may write another day. */
const usualDays = 5;

/** Gives the alert to a person, or to a desk further down that finds one. */
export function AssignDialog({ pending, failure, onSend, onClose }: AlertDialog) {
  const account = useAccount();
  const today = useToday();
  const calendar = useCalendar();
  const { towns, colleagues } = useDesks();
  const usual = addWorkingDays(calendar, today, usualDays);
  const [to, setTo] = useState('');
  const [note, setNote] = useState('请上门看看，需要救助的帮忙申请');
  const [reportBy, setReportBy] = useState(usual.ok ? usual.value : '');
  const desk = deskOf(to);
  const dateError = isIsoDate(reportBy) && reportBy < today ? '请选今天或以后的日子' : null;
  const dated = reportBy === '' || (isIsoDate(reportBy) && !dateError);
  return (
    <ActDialog
      title="交办"
      confirmLabel="交办"
      ready={desk !== null && note.trim() !== '' && dated}
      pending={pending}
      failure={failure}
      onConfirm={() => {
        if (desk) onSend({ type: 'assign', to: desk, note: note.trim(), reportBy: reportBy || null });
      }}
      onClose={onClose}
    >
      <PickField
        label="交给谁"
        hint="交给指名的人，就算交办到人；交给单位，还要他们再安排"
        options={deskOptions(account, towns, colleagues)}
        value={to}
        onChange={setTo}
        autoFocus
      />
      <TextInput label="要做什么" value={note} onChange={setNote} maxLength={1000} multiline />
      <DateField label="哪天以前回报" value={reportBy} onChange={setReportBy} error={dateError} />
    </ActDialog>
  );
}
