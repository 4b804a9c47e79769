import Autocomplete from '@mui/material/Autocomplete';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useId, useState } from 'react';
import { describedBy, Field, type FieldProps } from './Field.tsx';
import { matchesPinyin } from './pinyin-match.ts';

export interface Option {
  value: string;
  label: string;
}

interface Props extends FieldProps {
  options: readonly Option[];
  /** Empty string while nothing is chosen. */
  value: string;
  onChange: (value: string) => void;
  autoFocus?: boolean;
  disabled?: boolean;
}

/** One of a list, searched by characters, pinyin or initials; Enter takes the first hit of a search. */
export function PickField({ options, value, onChange, autoFocus, disabled, ...field }: Props) {
  const id = useId();
  // Enter takes the first hit of a search; without one it must not choose what nobody chose.
  const [typing, setTyping] = useState(false);
  const chosen = options.find((option) => option.value === value) ?? null;
  return (
    <Field id={id} {...field}>
      <Autocomplete
        id={id}
        options={options}
        value={chosen}
        onChange={(_, option) => onChange(option?.value ?? '')}
        filterOptions={(all, { inputValue }) =>
          inputValue === chosen?.label ? [...all] : all.filter((o) => matchesPinyin(o.label, inputValue))
        }
        isOptionEqualToValue={(a, b) => a.value === b.value}
        autoHighlight={typing}
        onInputChange={(_, text, reason) => setTyping(reason === 'input' && text !== '')}
        // Emptying the text clears the answer; the cross would cover long names.
        sx={{ '& .MuiAutocomplete-clearIndicator': { display: 'none' } }}
        openOnFocus={chosen === null}
        handleHomeEndKeys
        disabled={disabled ?? false}
        noOptionsText="没有找到，请换个字或拼音首字母"
        openText="打开清单"
        closeText="收起清单"
        clearText="清除"
        renderInput={(params) => (
          <OutlinedInput
            ref={params.slotProps.input.ref}
            fullWidth
            error={Boolean(field.error)}
            placeholder="可输入拼音首字母"
            startAdornment={params.slotProps.input.startAdornment}
            endAdornment={params.slotProps.input.endAdornment}
            className={params.slotProps.input.className}
            onMouseDown={params.slotProps.input.onMouseDown}
            autoFocus={autoFocus ?? false}
            disabled={params.disabled}
            slotProps={{
              input: {
                ...params.slotProps.htmlInput,
                'aria-describedby': describedBy(id, field),
              },
            }}
          />
        )}
      />
    </Field>
  );
}
