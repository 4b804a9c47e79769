import type { Page } from '../../../domain/application/evidence.ts';
import { isIsoDate } from '../../../domain/values/iso-date.ts';
import { BigChoice } from '../../ui/BigChoice.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import type { FieldSpec } from './fields-form.ts';
import { PhotoField } from './PhotoField.tsx';

interface Props {
  caseId: string;
  field: FieldSpec;
  today: string;
  text: string;
  pages: Page[];
  onText: (text: string) => void;
  onPages: (pages: Page[]) => void;
  autoFocus: boolean;
}

/** One question of a step's form by its kind. */
export function SpecField({ caseId, field, today, text, pages, onText, onPages, autoFocus }: Props) {
  const { label } = field;
  const hint = field.hint ? { hint: field.hint } : {};
  switch (field.kind) {
    case 'text':
    case 'long':
      return (
        <TextInput
          label={label}
          value={text}
          onChange={onText}
          maxLength={field.max ?? (field.kind === 'long' ? 500 : 60)}
          multiline={field.kind === 'long'}
          autoFocus={autoFocus}
          {...hint}
        />
      );
    case 'money':
      return (
        <TextInput
          label={label}
          value={text}
          onChange={onText}
          inputMode="decimal"
          end="元"
          maxLength={20}
          autoFocus={autoFocus}
          {...hint}
        />
      );
    case 'date':
      return (
        <DateField
          label={label}
          value={text}
          onChange={onText}
          error={text && (!isIsoDate(text) || (field.past && text > today)) ? '请核对日期' : null}
          {...hint}
        />
      );
    case 'choice':
      return (
        <BigChoice
          label={label}
          choices={field.choices}
          value={text === '' ? null : text}
          onChange={onText}
          autoFocus={autoFocus}
          {...hint}
        />
      );
    case 'photos':
      return (
        <PhotoField
          caseId={caseId}
          label={label}
          pages={pages}
          onChange={onPages}
          papers={field.papers ?? false}
          {...hint}
        />
      );
  }
}
