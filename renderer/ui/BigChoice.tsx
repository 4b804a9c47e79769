import Box from '@mui/material/Box';
import FormHelperText from '@mui/material/FormHelperText';
import { useId } from 'react';

export interface Choice<V extends string> {
  value: V;
  label: string;
  hint?: string;
}

interface Props<V extends string> {
  /** The question itself. */
  label: string;
  choices: readonly Choice<V>[];
  value: V | null;
  onChange: (value: V) => void;
  /** Why it is asked. */
  hint?: string;
  error?: string | null;
  autoFocus?: boolean;
  /** Question and answers in one line, for a list of questions. */
  inline?: boolean;
}

/** A few answers as large areas to press; radio buttons underneath, so arrows and screen readers work. */
export function BigChoice<V extends string>(props: Props<V>) {
  const { label, choices, value, onChange, hint, error, autoFocus, inline } = props;
  const id = useId();
  const help = (hint || error) && (
    <FormHelperText id={`${id}-help`} error={Boolean(error)}>
      {error || hint}
    </FormHelperText>
  );
  return (
    <Box
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={help ? `${id}-help` : undefined}
      sx={inline ? { display: 'flex', alignItems: 'center', columnGap: 2, flexWrap: 'wrap' } : {}}
    >
      <Box
        id={`${id}-label`}
        sx={{
          minHeight: 28,
          display: 'flex',
          alignItems: 'center',
          minWidth: inline ? '6rem' : 0,
          // Room for the focus ring of the first answer.
          mb: inline ? 0 : 0.5,
        }}
      >
        {label}
      </Box>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {choices.map((choice, index) => (
          <Card
            key={choice.value}
            name={id}
            choice={choice}
            checked={choice.value === value}
            onPick={() => onChange(choice.value)}
            autoFocus={Boolean(autoFocus) && index === 0}
          />
        ))}
      </Box>
      {help}
    </Box>
  );
}

interface CardProps<V extends string> {
  name: string;
  choice: Choice<V>;
  checked: boolean;
  onPick: () => void;
  autoFocus: boolean;
}

function Card<V extends string>({ name, choice, checked, onPick, autoFocus }: CardProps<V>) {
  const id = useId();
  const { value, label, hint } = choice;
  return (
    <Box
      component="label"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        minHeight: 44,
        px: 2,
        py: 0.5,
        cursor: 'pointer',
        borderRadius: 1,
        border: '1px solid',
        borderColor: checked ? 'primary.main' : 'text.secondary',
        bgcolor: checked ? 'primary.light' : 'background.paper',
        boxShadow: checked ? (theme) => `inset 0 0 0 1px ${theme.palette.primary.main}` : 'none',
        '&:focus-within': { outline: '3px solid', outlineColor: 'info.main', outlineOffset: 2 },
      }}
    >
      <Box
        component="input"
        type="radio"
        name={name}
        value={value}
        checked={checked}
        onChange={onPick}
        autoFocus={autoFocus}
        aria-label={label}
        aria-describedby={hint ? id : undefined}
        sx={{
          width: 20,
          height: 20,
          m: 0,
          accentColor: (theme) => theme.palette.primary.main,
          '&:focus-visible': { outline: 'none' },
        }}
      />
      <span>
        <Box component="span" sx={{ fontWeight: checked ? 600 : 400 }}>
          {label}
        </Box>
        {hint && (
          <Box component="span" id={id} sx={{ display: 'block', color: 'text.secondary' }}>
            {hint}
          </Box>
        )}
      </span>
    </Box>
  );
}
