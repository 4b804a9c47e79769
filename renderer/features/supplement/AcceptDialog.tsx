import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { Dossier } from '../../../contract/views.ts';
import { useCoreCommand } from '../../core-query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { assistanceNames } from '../../words/statement-names.ts';

interface Props {
  dossier: Dossier;
  /** `true`: the case has changed. */
  onClose: (changed: boolean) => void;
}

/** Acceptance starts the statutory clock and cannot be taken back, so it is asked for once more, by name and effect. */
export function AcceptDialog({ dossier: { summary, application }, onClose }: Props) {
  const titleId = useId();
  const toast = useToast();
  const accept = useCoreCommand('case.accept');
  const confirm = async (): Promise<void> => {
    if (!(await accept.run({ caseId: summary.id }))) return;
    toast({ text: `已受理${summary.applicantName}的申请，开始计时` });
    onClose(true);
  };
  return (
    <Dialog open onClose={() => onClose(false)} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId} variant="h2">
        受理{summary.applicantName}的{assistanceNames[application.kind]}申请？
      </DialogTitle>
      <DialogContent>
        <Typography>
          受理以后从明天起计算办理时限，{summary.applicantName}会看到“已受理”。受理不能撤回。
        </Typography>
        <ErrorNotice failure={accept.failure} />
      </DialogContent>
      <DialogActions sx={{ p: 2 }}>
        <Button variant="outlined" onClick={() => onClose(false)} autoFocus>
          不，返回
        </Button>
        <Button variant="contained" onClick={() => void confirm()} disabled={accept.pending}>
          确认受理
        </Button>
      </DialogActions>
    </Dialog>
  );
}
