import { useState } from 'react';
import type { FollowUpResult } from '../../../domain/alert/alert-values.ts';
import { isIsoDate } from '../../../domain/values/iso-date.ts';
import { useToday } from '../../session/status.ts';
import { BigChoice } from '../../ui/BigChoice.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { followUpNames } from '../../words/alert-words.ts';
import { optionsOf } from '../../words/options-of.ts';
import { ActDialog } from '../records/ActDialog.tsx';
import type { AlertDialog } from './alert-dialog.ts';

/** What the visit found. */
export function ReportDialog({
  seenOn,
  pending,
  failure,
  onSend,
  onClose,
}: AlertDialog & { seenOn: string }) {
  const today = useToday();
  const [visitedOn, setVisitedOn] = useState(today);
  const [result, setResult] = useState<FollowUpResult | null>(null);
  const [findings, setFindings] = useState('');
  const outside = isIsoDate(visitedOn) && (visitedOn < seenOn || visitedOn > today);
  const ready = result !== null && findings.trim() !== '' && isIsoDate(visitedOn) && !outside;
  return (
    <ActDialog
      title="回报跟进情况"
      confirmLabel="回报"
      ready={ready}
      pending={pending}
      failure={failure}
      onConfirm={() => {
        if (result) onSend({ type: 'report', visitedOn, result, findings: findings.trim() });
      }}
      onClose={onClose}
    >
      <DateField
        label="哪天上门"
        value={visitedOn}
        onChange={setVisitedOn}
        error={outside ? '请选发现那天到今天之间的日子' : null}
      />
      <BigChoice label="结果怎样" choices={optionsOf(followUpNames)} value={result} onChange={setResult} />
      <TextInput
        label="看到的情况"
        hint="例如：独居，没有收入，行动不便"
        value={findings}
        onChange={setFindings}
        maxLength={1000}
        multiline
      />
    </ActDialog>
  );
}
