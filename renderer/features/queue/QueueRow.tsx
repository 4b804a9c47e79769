import Box from '@mui/material/Box';
import { memo, type ReactNode } from 'react';
import type { CaseSummary } from '../../../contract/views.ts';
import type { IsoDate } from '../../../domain/values/iso-date.ts';
import { DueChip } from '../../ui/DueChip.tsx';
import { stepNames } from '../../words/step-names.ts';
import { CaseSync } from '../outbox/CaseSync.tsx';

export const rowHeight = 56;

export const queueColumns = [
  { title: '还剩多久', width: '168px' },
  { title: '姓名', width: 'minmax(96px, 1fr)' },
  { title: '证件号', width: '188px' },
  { title: '家庭', width: '56px' },
  { title: '步骤', width: '128px' },
  { title: '编号', width: '232px' },
  { title: '上传', width: '128px' },
] as const;

interface Props {
  id: string;
  summary: CaseSummary;
  today: IsoDate;
  index: number;
  /** From the top of the list, px. */
  top: number;
  current: boolean;
}

/** Drawn again only when it changes itself: moving the cursor touches two rows. A press is heard by the grid. */
export const QueueRow = memo(function QueueRow({ id, summary, today, index, top, current }: Props) {
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
      <Cell>{summary.dueKind === 'none' ? '已办结' : <DueChip due={summary.due} today={today} />}</Cell>
      <Cell strong>{summary.applicantName}</Cell>
      <Cell>{summary.maskedId}</Cell>
      <Cell>{summary.householdSize} 人</Cell>
      <Cell>{stepNames[summary.step] ?? summary.step}</Cell>
      <Cell>{summary.caseCode}</Cell>
      <Cell>
        <CaseSync state={summary.sync} />
      </Cell>
    </Box>
  );
});

function Cell({ children, strong = false }: { children: ReactNode; strong?: boolean }) {
  return (
    <Box
      role="gridcell"
      sx={{
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
        ...(strong ? { fontWeight: 600 } : {}),
      }}
    >
      {children}
    </Box>
  );
}
