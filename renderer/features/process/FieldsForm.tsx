import Typography from '@mui/material/Typography';
import { useState, type ComponentType } from 'react';
import type { Page } from '../../../domain/application/evidence.ts';
import type { CaseCommand } from '../../../domain/case/case-commands.ts';
import type { StaffCommand } from '../../../domain/case/staff-commands.ts';
import { parseFen } from '../../../domain/values/fen.ts';
import { isIsoDate } from '../../../domain/values/iso-date.ts';
import { useToday } from '../../session/status.ts';
import { actionWords } from '../../words/process-words.ts';
import { ActionDialog } from './ActionDialog.tsx';
import type { ActionFormProps } from './action-form.ts';
import type { FieldSpec, FormSpec, Values } from './fields-form.ts';
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
  const [texts, setTexts] = useState<Record<string, string>>(() => spec.start?.(props, today) ?? {});
  const [pages, setPages] = useState<Record<string, Page[]>>({});
  const fields = spec.fields(props, today);
  const values = valuesOf(texts, pages);
  const verb = actionWords[action.command as CaseCommand['type']];
  const run = async (): Promise<void> => {
    const command = spec.build(values, props, today) as StaffCommand;
    if (await act.run(command, `${applicantName}：${verb}，已记入档案`)) onClose(true);
  };
  const touched =
    Object.keys(pages).length > 0 ||
    Object.entries(texts).some(([name, text]) => text !== (spec.start?.(props, today)[name] ?? ''));
  return (
    <ActionDialog
      title={`${applicantName}：${verb}`}
      source={action.source}
      verb={verb}
      ready={fields.every((field) => answered(field, values, today))}
      pending={act.pending}
      failure={act.failure}
      dirty={touched}
      onConfirm={() => void run()}
      onClose={() => onClose(false)}
    >
      {spec.effect && <Typography component="div">{spec.effect(props)}</Typography>}
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

function valuesOf(texts: Record<string, string>, pages: Record<string, Page[]>): Values {
  return {
    text: (name) => (texts[name] ?? '').trim(),
    pages: (name) => pages[name] ?? [],
    fen: (name) => {
      const read = parseFen(texts[name] ?? '');
      return read.ok ? read.value : null;
    },
  };
}

/** Whether a question is answered well enough to ask the rules. */
function answered(field: FieldSpec, values: Values, today: string): boolean {
  const text = values.text(field.name);
  switch (field.kind) {
    case 'photos':
      return field.optional === true || values.pages(field.name).length > 0;
    case 'money':
      return values.fen(field.name) !== null;
    case 'date':
      return isIsoDate(text) && !(field.past === true && text > today);
    case 'text':
    case 'long':
      return field.optional === true || text.length >= 2;
    case 'choice':
      return text !== '';
  }
}
