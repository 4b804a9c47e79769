import { idFacts, normaliseIdNumber, type IdFacts } from '../../domain/values/id-number.ts';
import { formatChinese, type IsoDate } from '../../domain/values/iso-date.ts';
import { problemWords } from '../words/field-problems.ts';
import { sexNames } from '../words/person-names.ts';
import type { FieldProps } from './Field.tsx';
import { TextInput } from './TextInput.tsx';

interface Props extends FieldProps {
  value: string;
  today: IsoDate;
  /** `facts` are what a valid number says: sex, birth, age, kind; null until then. */
  onChange: (text: string, facts: IdFacts | null) => void;
  autoFocus?: boolean;
}

/** An 18-digit number: at the last digit it says sex, birth and age, or in words what is wrong; the text stays. */
export function IdNumberField({ value, today, onChange, ...field }: Props) {
  const id = normaliseIdNumber(value);
  const read = [...id].length >= 18 ? idFacts(id, today) : null;
  const change = (text: string): void => {
    const facts = [...normaliseIdNumber(text)].length === 18 ? idFacts(text, today) : null;
    onChange(text, facts?.ok ? facts.value : null);
  };
  const said = read?.ok
    ? `${sexNames[read.value.sex]}，${formatChinese(read.value.birth).split(' ')[0]}生，${read.value.age} 岁`
    : undefined;
  return (
    <TextInput
      {...field}
      hint={said ?? field.hint}
      error={read && !read.ok ? problemWords(read.failure.code) : field.error}
      value={value}
      onChange={change}
      maxLength={30}
    />
  );
}
