import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId, useState, type ReactNode } from 'react';
import type { AnyFailure } from '../../../contract/failures.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';

interface Props {
  /** Names the person and the deed: 张示例：启动调查 */
  title: string;
  /** The rule it follows, small beneath. */
  source: string;
  /** The deed itself, on the button. */
  verb: string;
  ready: boolean;
  pending: boolean;
  failure: AnyFailure | null;
  /** Something was entered: closing asks first. */
  dirty?: boolean;
  wide?: boolean;
  /** What is still to be filled in, beside the button that waits for it. */
  lacking?: readonly string[];
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** The frame of every step's form: what is done, by which rule, why it was refused, back or on. */
export function ActionDialog(props: Props) {
  const {
    title,
    source,
    verb,
    ready,
    pending,
    failure,
    dirty = false,
    wide = false,
    lacking = [],
    children,
  } = props;
  const { onConfirm, onClose } = props;
  const titleId = useId();
  const [leaving, setLeaving] = useState(false);
  const close = (): void => {
    if (pending) return;
    if (dirty && !leaving) setLeaving(true);
    else onClose();
  };
  return (
    <Dialog open onClose={close} aria-labelledby={titleId} maxWidth={wide ? 'lg' : 'sm'} fullWidth>
      <DialogTitle id={titleId} variant="h2">
        {title}
      </DialogTitle>
      <DialogContent dividers sx={{ display: 'grid', gap: 2 }}>
        {children}
        <Typography variant="caption" color="textSecondary">
          依据：{source}
        </Typography>
        <ErrorNotice failure={failure} />
      </DialogContent>
      <DialogActions sx={{ p: 2, gap: 1 }}>
        {leaving ? (
          <>
            <Typography role="alert" sx={{ flex: 1 }}>
              填的内容还没有保存，离开就没有了。
            </Typography>
            <Button variant="outlined" onClick={() => setLeaving(false)} autoFocus>
              接着填
            </Button>
            <Button variant="contained" color="error" onClick={onClose}>
              不要了，离开
            </Button>
          </>
        ) : (
          <>
            <Typography role="status" color="textSecondary" sx={{ flex: 1 }}>
              {lacking.length > 0 ? `还差：${lacking.join('、')}` : ''}
            </Typography>
            <Button variant="outlined" onClick={close} disabled={pending}>
              不，返回
            </Button>
            <Button variant="contained" onClick={onConfirm} disabled={!ready || pending}>
              {pending ? '正在保存…' : verb}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  );
}
