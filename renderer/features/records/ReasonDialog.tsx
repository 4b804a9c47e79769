import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { AnyFailure } from '../../../contract/failures.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import { ActDialog } from './ActDialog.tsx';

interface Props {
  title: string;
  /** What happens then. */
  effect: string;
  label: string;
  confirmLabel: string;
  pending: boolean;
  failure: AnyFailure | null;
  onConfirm: (text: string) => void;
  onClose: () => void;
}

/** Something that needs one text: a reason, a conclusion. */
export function ReasonDialog({ effect, label, onConfirm, ...dialog }: Props) {
  const [text, setText] = useState('');
  return (
    <ActDialog {...dialog} ready={text.trim() !== ''} onConfirm={() => onConfirm(text.trim())}>
      <Typography>{effect}</Typography>
      <TextInput label={label} value={text} onChange={setText} maxLength={1000} multiline autoFocus />
    </ActDialog>
  );
}
