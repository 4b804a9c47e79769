import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Dossier } from '../../../contract/views.ts';
import type { CaseAction, ProcessView } from '../../../contract/views/process.ts';
import type { CaseCommand } from '../../../domain/case/case-commands.ts';
import { closedSteps } from '../../../domain/process/steps.ts';
import { formatChinese, isIsoDate } from '../../../domain/values/iso-date.ts';
import { actionWords, clockNames } from '../../words/process-words.ts';
import { roleNames } from '../../words/role-names.ts';
import { stepNames } from '../../words/step-names.ts';
import { AcceptDialog } from '../supplement/AcceptDialog.tsx';
import { SupplementDialog } from '../supplement/SupplementDialog.tsx';
import { ActionButtons } from './ActionButtons.tsx';
import type { ActionFormProps } from './action-form.ts';
import { actionForms } from './action-forms.ts';
import { usefulActions } from './idle-actions.ts';
import { SimpleForm } from './SimpleForm.tsx';

interface Props {
  dossier: Dossier;
  process: ProcessView;
  onChanged: () => void;
}

/** Where the case stands, on whose desk, what presses, and what this person may do now. */
export function ProcessPanel({ dossier, process, onChanged }: Props) {
  const [open, setOpen] = useState<CaseAction | null>(null);
  const close = (changed: boolean): void => {
    setOpen(null);
    if (changed) onChanged();
  };
  const over = isOver(process);
  return (
    <Paper variant="outlined" component="section" aria-label="办理" sx={{ p: 2, display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography variant="h3" component="h2">
          {stepNames[process.step] ?? process.step}
        </Typography>
        {!over && <Desk process={process} onOpen={setOpen} />}
      </Box>
      <Warnings process={process} />
      <ActionButtons
        actions={usefulActions(process)}
        otherwise={over ? '这件已经办完，没有要办的事。' : '这一步由别的岗位办理，您可以查看。'}
        onOpen={setOpen}
      />
      {open && <OpenForm dossier={dossier} process={process} action={open} onClose={close} />}
    </Paper>
  );
}

/** Nobody has anything to do any more: closed, or help given once and registered, which no visits follow. */
const isOver = ({ step, nextVisitDue }: ProcessView): boolean =>
  closedSteps.includes(step) || (step === 'REGISTERED' && nextVisitDue === null);

/** On whose desk it lies, and how it gets onto mine or off it. */
function Desk({ process, onOpen }: Pick<Props, 'process'> & { onOpen: (action: CaseAction) => void }) {
  const { claim } = process;
  const wanted = !claim ? ['claim'] : claim.mine ? ['release', 'handOver'] : ['takeOver'];
  const actions = usefulActions(process).filter(
    ({ command, blocked }) => wanted.includes(command) && blocked === null,
  );
  return (
    <Box sx={{ display: 'flex', columnGap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <Typography>{deskWords(process)}</Typography>
      {actions.map((action) => (
        <Button key={action.command} onClick={() => onOpen(action)}>
          {actionWords[action.command as CaseCommand['type']]}
        </Button>
      ))}
    </Box>
  );
}

function deskWords({ claim }: ProcessView): string {
  if (!claim) return '还没有人领取';
  const since = `（${formatChinese(claim.since)}起）`;
  return claim.mine ? `在您手里${since}` : `在 ${claim.name || '同事'} 手里${since}`;
}

const levels = { half: '时间用了一半', most: '快到期了', overdue: '已经过期' } as const;

/** Clocks warn and escalate; they never decide. */
function Warnings({ process: { warnings, escalatedTo } }: { process: ProcessView }) {
  if (warnings.length === 0) return null;
  const worst = warnings.some(({ level }) => level === 'overdue') ? 'error' : 'warning';
  return (
    <Alert severity={worst} variant="outlined">
      {warnings.map(({ clock, level, due }) => (
        <Typography key={clock}>
          {clockNames[clock] ?? clock}：{levels[level]}
          {due && isIsoDate(due) ? `，期限 ${formatChinese(due)}` : ''}
        </Typography>
      ))}
      {escalatedTo && (
        <Typography>
          已提醒{(roleNames as Record<string, string>)[escalatedTo] ?? escalatedTo}
          。不会因为过期就通过或者停办。
        </Typography>
      )}
    </Alert>
  );
}

function OpenForm({ dossier, process, action, onClose }: ActionFormProps) {
  const command = action.command as CaseCommand['type'];
  if (command === 'accept') return <AcceptDialog dossier={dossier} onClose={onClose} />;
  if (command === 'issueSupplement') return <SupplementDialog dossier={dossier} onClose={onClose} />;
  const Form = actionForms[command] ?? SimpleForm;
  return <Form dossier={dossier} process={process} action={action} onClose={onClose} />;
}
