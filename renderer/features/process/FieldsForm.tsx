import Typography from '@mui/material/Typography';
import { useState, type ComponentType } from 'react';
import type { Page } from '../../../domain/application/evidence.ts';
import type { CaseCommand } from '../../../domain/case/case-commands.ts';
import type { StaffCommand } from '../../../domain/case/staff-commands.ts';
import { newId } from '../../new-id.ts';
import { useToday } from '../../session/status.ts';
import { actionWords } from '../../words/process-words.ts';
import { ActionDialog } from './ActionDialog.tsx';
import type { ActionFormProps } from './action-form.ts';
import { answered, valuesOf, type FormSpec } from './fields-form.ts';
import { SpecField } from './SpecField.tsx';
import { useAct } from './use-act.ts';

/** Makes the form of a step from its description. */
export const formOf = (spec: FormSpec): ComponentType<ActionFormProps> =>
  function StepForm(props: ActionFormProps) {
    return <FieldsForm spec={spec} {...props} />;
  };

function FieldsForm({ spec, ...props }: ActionFormProps & { spec: FormSpec }) {
  const { dossier, action, onClose } = props;
  const { id, applicantName } = dossier.summary;
  const today = useToday();
  const act = useAct(id);
  const [formId] = useState(newId);
  const [start] = useState(() => spec.start?.(props, today) ?? {});
  const [texts, setTexts] = useState<Record<string, string>>(start);
  const [pages, setPages] = useState<Record<string, Page[]>>({});
  const values = valuesOf(texts, pages, formId);
  const fields = spec.fields(props, today, values);
  const missing = spec.missing?.(props) ?? null;
  const open = fields.filter((field) => !answered(field, values, today));
  const verb = actionWords[action.command as CaseCommand['type']];
  const run = async (): Promise<void> => {
    const command = spec.build(values, props, today) as StaffCommand;
    if (await act.run(command, `${applicantName}：${verb}，已记入档案`)) onClose(true);
  };
  const touched =
    Object.values(pages).some((list) => list.length > 0) ||
    Object.entries(texts).some(([name, text]) => text !== (start[name] ?? ''));
  return (
    <ActionDialog
      title={`${applicantName}：${verb}`}
      source={action.source}
      verb={verb}
      ready={missing === null && open.length === 0}
      lacking={missing === null ? open.map(({ label }) => label.replace(/（.*）$/, '')) : []}
      pending={act.pending}
      failure={act.failure}
      dirty={touched}
      onConfirm={() => void run()}
      onClose={() => onClose(false)}
    >
      {spec.effect && <Typography component="div">{spec.effect(props, values)}</Typography>}
      {missing && <Typography color="error">{missing}</Typography>}
      {fields.map((field, index) => (
        <SpecField
          key={field.name}
          caseId={id}
          field={field}
          today={today}
          text={texts[field.name] ?? ''}
          pages={pages[field.name] ?? []}
          onText={(text) => setTexts((all) => ({ ...all, [field.name]: text }))}
          onPages={(next) => setPages((all) => ({ ...all, [field.name]: next }))}
          autoFocus={index === 0}
        />
      ))}
    </ActionDialog>
  );
}
