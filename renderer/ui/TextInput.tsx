import OutlinedInput from '@mui/material/OutlinedInput';
import { useId, type ReactNode } from 'react';
import { describedBy, Field, type FieldProps } from './Field.tsx';

export interface TextInputProps extends FieldProps {
  value: string;
  onChange: (text: string) => void;
  onBlur?: (() => void) | undefined;
  type?: 'text' | 'password';
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel';
  autoFocus?: boolean;
  disabled?: boolean;
  multiline?: boolean;
  maxLength?: number;
  autoComplete?: string;
  /** Unit such as 元, or a button. */
  end?: ReactNode;
}

/** A line of text with its label above; found by its label. */
export function TextInput(props: TextInputProps) {
  const {
    label,
    hint,
    error,
    source,
    width,
    value,
    onChange,
    onBlur,
    type = 'text',
    inputMode,
    autoFocus,
    disabled,
    multiline,
    maxLength,
    autoComplete = 'off',
    end,
  } = props;
  const id = useId();
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      error={error}
      source={source}
      {...(width === undefined ? {} : { width })}
    >
      <OutlinedInput
        id={id}
        value={value}
        type={type}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
        autoFocus={autoFocus ?? false}
        disabled={disabled ?? false}
        multiline={multiline ?? false}
        autoComplete={autoComplete}
        error={Boolean(error)}
        endAdornment={end}
        slotProps={{
          input: {
            inputMode,
            maxLength,
            'aria-invalid': Boolean(error),
            'aria-describedby': describedBy(id, props),
            spellCheck: false,
          },
        }}
      />
    </Field>
  );
}
