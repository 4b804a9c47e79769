import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { BigChoice } from '../../ui/BigChoice.tsx';
import { FieldGrid } from '../../ui/FieldGrid.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { defaultLimit, type TicketForm } from './ticket-form.ts';

interface Props {
  form: TicketForm;
  problem: string | null;
  onChange: (change: Partial<TicketForm>) => void;
}

/** By when it has to be answered: the office's default with its source, or another with its own. */
export function LimitFields({ form, problem, onChange }: Props) {
  const [own, setOwn] = useState(false);
  const { workingDays, source } = defaultLimit(form.kind);
  return (
    <>
      <BigChoice
        label="多久答复"
        choices={[
          { value: 'default', label: `${workingDays} 个工作日` },
          { value: 'own', label: '另定时限' },
        ]}
        value={own ? 'own' : 'default'}
        onChange={(choice) => {
          setOwn(choice === 'own');
          if (choice === 'default') onChange({ days: '', daysSource: '' });
        }}
      />
      {own ? (
        <FieldGrid min={260}>
          <TextInput
            label="几个工作日"
            value={form.days}
            onChange={(days) => onChange({ days })}
            inputMode="numeric"
            maxLength={2}
            error={problem}
          />
          <TextInput
            label="依据"
            hint="例如：区政府交办单要求"
            value={form.daysSource}
            onChange={(daysSource) => onChange({ daysSource })}
            maxLength={200}
          />
        </FieldGrid>
      ) : (
        <Typography color="textSecondary">{source}</Typography>
      )}
    </>
  );
}
