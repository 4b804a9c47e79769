import PersonOutlined from '@mui/icons-material/PersonOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { memo, type ReactNode } from 'react';
import type { CaseSummary } from '../../../contract/views.ts';
import { closedSteps } from '../../../domain/process/steps.ts';
import type { IsoDate } from '../../../domain/values/iso-date.ts';
import { DueChip } from '../../ui/DueChip.tsx';
import { assistanceNames } from '../../words/statement-names.ts';
import { stepNames } from '../../words/step-names.ts';
import { CaseSync } from '../outbox/CaseSync.tsx';
import { FlagMarks } from './FlagMarks.tsx';

export const rowHeight = 60;

export const queueColumns = [
  { title: '还剩多久', width: '160px' },
  { title: '姓名', width: 'minmax(172px, 1fr)' },
  { title: '申请', width: '136px' },
  { title: '步骤', width: '124px' },
  { title: '要留意', width: 'minmax(124px, 1fr)' },
  { title: '谁在办', width: '92px' },
  { title: '编号', width: '216px' },
  { title: '上传', width: '116px' },
] as const;

/** Px; a narrower screen scrolls. */
export const queueWidth = 1268;

interface Props {
  id: string;
  summary: CaseSummary;
  today: IsoDate;
  /** Whose list it is. */
  accountId: string;
  index: number;
  /** From the top of the list, px. */
  top: number;
  current: boolean;
}

/** Drawn again only when it changes itself: moving the cursor touches two rows. A press is heard by the grid. */
export const QueueRow = memo(function QueueRow(props: Props) {
  const { id, summary, today, accountId, index, top, current } = props;
  return (
    <Box
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={current}
      data-index={index}
      sx={{
        position: 'absolute',
        top,
        left: 0,
        right: 0,
        height: rowHeight,
        px: 2,
        display: 'grid',
        gridTemplateColumns: queueColumns.map(({ width }) => width).join(' '),
        gap: 2,
        alignItems: 'center',
        cursor: 'pointer',
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: current ? 'primary.light' : 'background.paper',
        boxShadow: current ? (theme) => `inset 4px 0 0 ${theme.palette.primary.main}` : 'none',
        '&:hover': { bgcolor: 'background.default' },
      }}
    >
      <Cell>
        <Due summary={summary} today={today} />
      </Cell>
      <Cell below={summary.maskedId}>
        <strong>{summary.applicantName}</strong>
      </Cell>
      <Cell below={`${summary.householdSize} 人`}>{assistanceNames[summary.kind]}</Cell>
      <Cell>{stepNames[summary.step] ?? summary.step}</Cell>
      <Cell>
        <FlagMarks flags={summary.flags} />
      </Cell>
      <Cell>
        <Holder claimedBy={summary.claimedBy} accountId={accountId} />
      </Cell>
      <Cell>{summary.caseCode}</Cell>
      <Cell>
        <CaseSync state={summary.sync} />
      </Cell>
    </Box>
  );
});

function Due({ summary: { step, due, dueKind }, today }: Pick<Props, 'summary' | 'today'>) {
  if (dueKind !== 'none') return <DueChip due={due} today={today} />;
  return (closedSteps as readonly string[]).includes(step) ? '已办结' : '没有期限';
}

/** On whose desk it lies; nothing while anybody may take it. */
function Holder({ claimedBy, accountId }: { claimedBy: string | null; accountId: string }) {
  if (claimedBy === null) return null;
  const mine = claimedBy === accountId;
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', fontWeight: mine ? 600 : 400 }}
    >
      <PersonOutlined fontSize="small" />
      {mine ? '在您手里' : '同事'}
    </Box>
  );
}

function Cell({ children, below }: { children: ReactNode; below?: string }) {
  return (
    <Box role="gridcell" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
      {children}
      {below && (
        <Typography variant="caption" component="div" color="textSecondary">
          {below}
        </Typography>
      )}
    </Box>
  );
}
