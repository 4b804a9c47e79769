import { formatYuan, parseFen, type Fen, type MoneyFailure } from '../../domain/values/fen.ts';
import type { FieldProps } from './Field.tsx';
import { useKeptText } from './kept-text.ts';
import { TextInput } from './TextInput.tsx';

const words: Record<MoneyFailure['code'], string> = {
  'money.negative': '金额不能是负数',
  'money.fraction': '最多到分，请写两位小数以内',
  'money.notANumber': '请写数字，例如 1200 或 1,200.00',
  'money.tooLarge': '金额太大，请检查',
};

interface Props extends FieldProps {
  /** 分; null while nothing valid was given. */
  valueFen: Fen | null;
  /** Told the amount when the text is one, and null when it is empty or wrong. */
  onChange: (fen: Fen | null) => void;
  autoFocus?: boolean;
  /** Names the field within an application: a wrong text then survives leaving the step. */
  keepAs?: string;
}

/** Takes 1200, 1,200.00 and full-width digits; what was typed stays even when it is no amount. */
export function MoneyField({ valueFen, onChange, hint, keepAs, error, ...field }: Props) {
  const [typed, setTyped] = useKeptText(keepAs);
  const parsed = typed === null || typed.trim() === '' ? null : parseFen(typed);
  const text = typed ?? (valueFen === null ? '' : formatYuan(valueFen));
  // The line below stays when the cursor leaves: a button that moved under the pointer would miss its click.
  const shown = typed === null ? valueFen : parsed?.ok ? parsed.value : null;
  const change = (next: string): void => {
    setTyped(next);
    const amount = next.trim() === '' ? null : parseFen(next);
    onChange(amount?.ok ? amount.value : null);
  };
  // A wrong text stays as it is; a right one is shown exact to the 分 once the cursor has left.
  const leave = (): void => {
    if (!parsed || parsed.ok) setTyped(null);
  };
  return (
    <TextInput
      {...field}
      hint={shown === null ? hint : `${formatYuan(shown)} 元`}
      error={parsed && !parsed.ok ? words[parsed.failure.code] : typed === null ? error : null}
      value={text}
      onChange={change}
      onBlur={leave}
      inputMode="decimal"
      end="元"
    />
  );
}
