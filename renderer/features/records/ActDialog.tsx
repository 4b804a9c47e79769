import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, type ReactNode } from 'react';
import type { AnyFailure } from '../../../contract/failures.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';

interface Props {
  title: string;
  confirmLabel: string;
  ready: boolean;
  pending: boolean;
  failure: AnyFailure | null;
  onConfirm: () => void;
  onClose: () => void;
  wide?: boolean;
  children: ReactNode;
}

/** One thing done with a record: its fields, what went wrong, and the button that does it. Enter in a field does it too. */
export function ActDialog(props: Props) {
  const { title, confirmLabel, ready, pending, failure, onConfirm, onClose, wide, children } = props;
  const titleId = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth={wide ? 'md' : 'sm'} fullWidth>
      <Box
        component="form"
        noValidate
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !pending) onConfirm();
        }}
        sx={{ display: 'contents' }}
      >
        <DialogTitle id={titleId} variant="h2">
          {title}
        </DialogTitle>
        <DialogContent dividers sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
          {children}
          <ErrorNotice failure={failure} />
        </DialogContent>
        <DialogActions sx={{ p: 2 }}>
          <Button variant="outlined" onClick={onClose}>
            不，返回
          </Button>
          <Button type="submit" variant="contained" disabled={!ready || pending}>
            {confirmLabel}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
