import type { Page } from '../../../domain/application/evidence.ts';
import { isIsoDate } from '../../../domain/values/iso-date.ts';
import { BigChoice } from '../../ui/BigChoice.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { PickField } from '../../ui/PickField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { isMonth, isTime, type FieldSpec } from './fields-form.ts';
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
  const line = { label, value: text, onChange: onText, autoFocus, ...hint };
  switch (field.kind) {
    case 'text':
    case 'long': {
      const long = field.kind === 'long';
      return <TextInput {...line} maxLength={field.max ?? (long ? 500 : 60)} multiline={long} />;
    }
    case 'money':
      return <TextInput {...line} inputMode="decimal" end="元" maxLength={20} />;
    case 'count':
      return (
        <TextInput
          {...line}
          inputMode="numeric"
          maxLength={6}
          error={text && !/^\d+$/.test(text) ? '请写数字' : null}
        />
      );
    case 'month':
      return (
        <TextInput
          {...line}
          hint={isMonth(text) ? monthWords(text) : (field.hint ?? '例如 2026-04')}
          maxLength={7}
          error={text.length >= 7 && !isMonth(text) ? '请写成 2026-04 的样子' : null}
        />
      );
    case 'time':
      return (
        <TextInput
          {...line}
          maxLength={5}
          error={text.length >= 5 && !isTime(text) ? '请写成 09:30 的样子' : null}
        />
      );
    case 'date':
      return (
        <DateField
          label={label}
          value={text}
          onChange={onText}
          error={isIsoDate(text) && field.past && text > today ? '还没到这一天，请核对' : null}
          {...hint}
        />
      );
    case 'choice':
      return <BigChoice {...line} choices={field.choices} value={text === '' ? null : text} />;
    case 'pick':
      return <PickField {...line} options={field.options} />;
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

const monthWords = (month: string): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;
