import { useState } from 'react';
import type { AnswerWay } from '../../../domain/ticket/ticket-values.ts';
import { isIsoDate } from '../../../domain/values/iso-date.ts';
import { useToday } from '../../session/status.ts';
import { BigChoice } from '../../ui/BigChoice.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { optionsOf } from '../../words/options-of.ts';
import { answerWayNames } from '../../words/ticket-words.ts';
import { ActDialog } from '../records/ActDialog.tsx';
import type { TicketDialog } from './ticket-dialog.ts';

/** What the person was told, how and when. */
export function AnswerDialog({ pending, failure, onSend, onClose }: TicketDialog) {
  const today = useToday();
  const [way, setWay] = useState<AnswerWay | null>(null);
  const [toldOn, setToldOn] = useState(today);
  const [text, setText] = useState('');
  const late = isIsoDate(toldOn) && toldOn > today;
  return (
    <ActDialog
      title="登记答复"
      confirmLabel="登记答复"
      ready={way !== null && isIsoDate(toldOn) && !late && text.trim() !== ''}
      pending={pending}
      failure={failure}
      onConfirm={() => {
        if (way) onSend({ type: 'answer', way, toldOn, text: text.trim() });
      }}
      onClose={onClose}
    >
      <BigChoice
        label="怎么告诉本人的"
        choices={optionsOf(answerWayNames)}
        value={way}
        onChange={setWay}
        autoFocus
      />
      <DateField
        label="哪天告诉的"
        value={toldOn}
        onChange={setToldOn}
        error={late ? '请选今天或以前的日子' : null}
      />
      <TextInput label="怎么答复的" value={text} onChange={setText} maxLength={2000} multiline />
    </ActDialog>
  );
}
