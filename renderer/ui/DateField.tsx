import { useState } from 'react';
import { formatChinese, isIsoDate } from '../../domain/values/iso-date.ts';
import { problemWords } from '../words/field-problems.ts';
import type { FieldProps } from './Field.tsx';
import { readDate } from './read-date.ts';
import { TextInput } from './TextInput.tsx';

interface Props extends FieldProps {
  /** ISO day, or what was typed so far. */
  value: string;
  /** ISO day when the text is one, else the text as typed (at most 10 characters reach a form). */
  onChange: (value: string) => void;
}

/** A day typed in any usual way; below it the day in words with its weekday. */
export function DateField({ value, onChange, hint, error, ...field }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value;
  const day = readDate(text);
  const wrong = typed === null && text !== '' && !isIsoDate(text);
  return (
    <TextInput
      {...field}
      value={text}
      hint={day ? formatChinese(day) : (hint ?? '例如 20010310')}
      error={error ?? (wrong ? problemWords('date.invalid') : null)}
      onChange={(next) => {
        setTyped(next);
        onChange(readDate(next) ?? next.slice(0, 10));
      }}
      onBlur={() => setTyped(null)}
      inputMode="numeric"
    />
  );
}
