import { TextInput } from '../../ui/TextInput.tsx';
import { formProblems, type TicketForm } from './ticket-form.ts';

interface Props {
  form: TicketForm;
  today: string;
  onChange: (change: Partial<TicketForm>) => void;
}

/** Who asks, as far as they want to be known. */
export function AskerFields({ form, today, onChange }: Props) {
  const problems = formProblems(form, today);
  return (
    <>
      <TextInput
        label="姓名（不愿具名可以不填）"
        value={form.name}
        onChange={(name) => onChange({ name })}
        maxLength={50}
        error={problems.name}
      />
      <TextInput
        label="电话（用来答复）"
        value={form.phone}
        onChange={(phone) => onChange({ phone })}
        maxLength={20}
        inputMode="tel"
        error={problems.phone}
      />
      <TextInput
        label="地址（可以不填）"
        value={form.address}
        onChange={(address) => onChange({ address })}
        maxLength={200}
      />
    </>
  );
}
