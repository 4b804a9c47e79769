import CheckCircle from '@mui/icons-material/CheckCircle';
import RadioButtonChecked from '@mui/icons-material/RadioButtonChecked';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Progress } from '../../../contract/views.ts';
import type { IsoDate } from '../../../domain/values/iso-date.ts';
import { stepNames } from '../../words/step-names.ts';
import { shortDay } from '../review/accept-by.ts';
import { slotTitle } from '../review/material-words.ts';
import { whatNext, whenWords } from './progress-words.ts';

const marks = {
  done: { icon: <CheckCircle fontSize="large" color="success" />, word: '已完成' },
  current: { icon: <RadioButtonChecked fontSize="large" color="primary" />, word: '现在在这一步' },
  ahead: { icon: <RadioButtonUnchecked fontSize="large" color="disabled" />, word: '还没到' },
} as const;

interface Props {
  progress: Progress;
  today: IsoDate;
  /** The frame around it has the page's title already, or not. */
  titleAs: 'h1' | 'h2';
}

/** Steps as a line from top to bottom, with what is asked for and what comes next. */
export function ProgressView({ progress, today, titleAs }: Props) {
  const { supplement, steps } = progress;
  return (
    <Box component="section" aria-label="办理进度" sx={{ display: 'grid', gap: 2 }}>
      <Box>
        <Typography variant="h1" component={titleAs}>
          {progress.applicantName}的申请
        </Typography>
        <Typography>编号 {progress.caseCode}</Typography>
      </Box>
      <Alert severity={supplement ? 'warning' : 'info'} variant="outlined" role="status">
        <Typography>{whatNext(progress)}</Typography>
      </Alert>
      {supplement && (
        <Box component="section" aria-label="还要交的材料">
          <Typography sx={{ fontWeight: 600 }}>{shortDay(supplement.limit, today)}前请交：</Typography>
          <Box component="ul" sx={{ m: 0, pl: 4 }}>
            {supplement.items.map(({ slot, note }, index) => (
              <li key={index}>
                <strong>{slotTitle(slot)}</strong>：{note}
              </li>
            ))}
          </Box>
        </Box>
      )}
      <Box component="ol" aria-label="办理步骤" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {steps.map((step, index) => (
          <StepLine key={index} step={step} today={today} last={index === steps.length - 1} />
        ))}
      </Box>
    </Box>
  );
}

interface StepLineProps {
  step: Progress['steps'][number];
  today: IsoDate;
  last: boolean;
}

function StepLine({ step, today, last }: StepLineProps) {
  const { icon, word } = marks[step.state];
  const here = step.state === 'current';
  return (
    <Box
      component="li"
      aria-current={here ? 'step' : undefined}
      sx={{ display: 'grid', gridTemplateColumns: '48px 1fr', columnGap: 2 }}
    >
      <Box sx={{ display: 'flex', flexDirection: 'column', alignItems: 'center' }}>
        {icon}
        {!last && <Box sx={{ flex: 1, width: 4, minHeight: 24, bgcolor: 'divider' }} />}
      </Box>
      <Box sx={{ pb: 2 }}>
        <Typography sx={{ fontWeight: here ? 600 : 400 }}>
          {stepNames[step.name] ?? step.name}
          {here && (
            <Box component="span" sx={{ color: 'primary.dark' }}>
              （{word}）
            </Box>
          )}
          {!here && <VisuallyHidden>（{word}）</VisuallyHidden>}
        </Typography>
        <Typography color="textSecondary">{whenWords(step, today)}</Typography>
      </Box>
    </Box>
  );
}

function VisuallyHidden({ children }: { children: React.ReactNode }) {
  return (
    <Box
      component="span"
      sx={{ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }}
    >
      {children}
    </Box>
  );
}
