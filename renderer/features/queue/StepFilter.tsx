import { Step } from '../../../domain/process/steps.ts';
import { PickField } from '../../ui/PickField.tsx';
import { stepNames } from '../../words/step-names.ts';

interface Props {
  /** Of the whole area. */
  counts: Readonly<Record<string, number>>;
  value: string | null;
  onChange: (step: string | null) => void;
}

const every = 'every';

/** Only steps that hold something are offered, each with how many there are in the whole area. */
export function StepFilter({ counts, value, onChange }: Props) {
  const steps = Step.options.filter((step) => (counts[step] ?? 0) > 0 || value === step);
  const options = [
    { value: every, label: '所有步骤' },
    ...steps.map((step) => ({ value: step, label: `${stepNames[step] ?? step}（${counts[step] ?? 0}）` })),
  ];
  return (
    <PickField
      label="步骤"
      width={240}
      options={options}
      value={value ?? every}
      onChange={(step) => onChange(step === '' || step === every ? null : step)}
    />
  );
}
