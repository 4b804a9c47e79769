import { DateField } from '../../../ui/DateField.tsx';
import { FieldGrid } from '../../../ui/FieldGrid.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import type { SurveyPart } from './survey-part.ts';

/** 信函索证: whom, about what, until when; the answer is written down when it comes. */
export function LetterFields({ draft, today, onChange }: SurveyPart) {
  const { on, to, about, replyBy } = draft;
  return (
    <>
      <FieldGrid>
        <DateField
          label="哪天寄出"
          value={on}
          onChange={(day) => onChange({ on: day })}
          error={on > today ? '还没到这一天，请核对' : null}
        />
        <TextInput
          label="写给谁"
          hint="单位或者个人"
          value={to}
          onChange={(text) => onChange({ to: text })}
          maxLength={100}
        />
        <DateField
          label="请在哪天前回信（可以不写）"
          value={replyBy}
          onChange={(day) => onChange({ replyBy: day })}
          error={replyBy !== '' && replyBy < on ? '比寄出的那天还早，请核对' : null}
        />
      </FieldGrid>
      <TextInput
        label="问什么"
        hint="例如 每月发多少工资"
        value={about}
        onChange={(text) => onChange({ about: text })}
        maxLength={1000}
        multiline
      />
    </>
  );
}
