import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { AnyFailure } from '../../contract/failures.ts';
import { failureText } from '../failure-text.ts';

interface Props {
  failure: AnyFailure | null;
  /** Shown as 再试一次. */
  onRetry?: () => void;
  /** The code in small print, for staff; leave out on screens a resident drives. */
  showCode?: boolean;
}

/** What happened and what to do now; nothing when there is no failure. */
export function ErrorNotice({ failure, onRetry, showCode = true }: Props) {
  if (!failure) return null;
  const { title, doNow } = failureText(failure);
  return (
    <Alert
      severity="error"
      role="alert"
      variant="outlined"
      sx={{ bgcolor: 'background.paper' }}
      action={onRetry && <Button onClick={onRetry}>再试一次</Button>}
    >
      <Typography component="p" variant="subtitle2">
        {title}
      </Typography>
      <Typography component="p">{doNow}</Typography>
      {showCode && (
        <Typography component="p" variant="caption" color="textSecondary">
          代码 {failure.code}
        </Typography>
      )}
    </Alert>
  );
}
