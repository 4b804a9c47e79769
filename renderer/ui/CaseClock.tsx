import CheckCircle from '@mui/icons-material/CheckCircle';
import RadioButtonChecked from '@mui/icons-material/RadioButtonChecked';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import type { DossierClock, DueDate } from '../../contract/views.ts';
import { formatChinese, type IsoDate } from '../../domain/values/iso-date.ts';
import { clockWords } from './clock-words.ts';
import { DueChip } from './DueChip.tsx';

export interface ClockStep {
  name: string;
  label: string;
  state: 'done' | 'current' | 'ahead';
  on: IsoDate | null;
  due: DueDate;
  /** Said in place of the day. */
  words?: string;
}

interface Props {
  steps: readonly ClockStep[];
  today: IsoDate;
  /** The whole case as the core counts it; null while the clock has not started. */
  clock: DossierClock | null;
}

const icons = {
  done: <CheckCircle color="success" aria-label="已完成" />,
  current: <RadioButtonChecked color="primary" aria-label="现在在这一步" />,
  ahead: <RadioButtonUnchecked color="disabled" aria-label="还没到" />,
};

/** Where a case is: steps as a line, days used and left, what is due next. */
export function CaseClock({ steps, today, clock }: Props) {
  const next = steps.find((step) => step.state === 'current');
  return (
    <Box component="section" aria-label="办理进度">
      <Box component="ol" sx={{ display: 'flex', flexWrap: 'wrap', listStyle: 'none', p: 0, m: 0, gap: 1 }}>
        {steps.map((step, index) => (
          <Box
            component="li"
            key={`${index} ${step.name}`}
            aria-current={step.state === 'current' ? 'step' : undefined}
            sx={{
              flex: '1 0 104px',
              borderTop: 4,
              borderColor:
                step.state === 'done'
                  ? 'success.main'
                  : step.state === 'current'
                    ? 'primary.main'
                    : 'divider',
              pt: 1,
            }}
          >
            <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'center' }}>
              {icons[step.state]}
              <Typography component="span" variant={step.state === 'current' ? 'subtitle2' : 'body1'}>
                {step.label}
              </Typography>
            </Box>
            <Typography variant="caption" color="textSecondary">
              {dayWords(step, today)}
            </Typography>
          </Box>
        ))}
      </Box>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mt: 2, flexWrap: 'wrap' }}>
        {next && next.due !== null && <DueChip due={next.due} today={today} />}
        {clock && <DaysOfCase clock={clock} />}
      </Box>
    </Box>
  );
}

function DaysOfCase({ clock }: { clock: DossierClock }) {
  const { usedWorkingDays: used, totalWorkingDays: total, extended, pausedSince } = clock;
  return (
    <>
      {extended && <Chip label="已延长" variant="outlined" />}
      {pausedSince && <Chip label={`${formatChinese(pausedSince)}起暂停计时`} variant="outlined" />}
      <Typography>{clockWords(clock)}</Typography>
      {typeof used === 'number' && (
        <LinearProgress
          variant="determinate"
          aria-label="已用工作日"
          value={Math.min(100, (used * 100) / total)}
          sx={{ flex: 1, minWidth: 120, height: 8, borderRadius: 1 }}
        />
      )}
    </>
  );
}

/** This year goes without saying: so a day fits under its step. */
function dayWords({ on, due, words }: ClockStep, today: IsoDate): string {
  return said().replaceAll(`${today.slice(0, 4)}年`, '');

  function said(): string {
    if (words) return words;
    if (on) return formatChinese(on);
    if (due === 'calendar.unpublished') return '日期待公布';
    return due ? `${formatChinese(due)} 前` : '';
  }
}
