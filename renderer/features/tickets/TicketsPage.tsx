import AddOutlined from '@mui/icons-material/AddOutlined';
import ForumOutlined from '@mui/icons-material/ForumOutlined';
import LockOutlined from '@mui/icons-material/LockOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link } from 'react-router';
import { TicketFilter, type TicketSummary } from '../../../contract/views/alert-ticket.ts';
import { useCoreQuery } from '../../core-query.ts';
import { useToday } from '../../session/status.ts';
import { DueChip } from '../../ui/DueChip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Page } from '../../ui/Page.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { ticketFilterNames, ticketKindNames, ticketStepNames } from '../../words/ticket-words.ts';
import { CaseSync } from '../outbox/CaseSync.tsx';
import { deskWords } from '../records/desk-options.ts';
import { FilterChips } from '../records/FilterChips.tsx';
import { Pager } from '../records/Pager.tsx';
import { RecordTable } from '../records/RecordTable.tsx';
import { pageSize, useListPlace } from '../records/use-list-place.ts';
import { OpenTicketDialog } from './OpenTicketDialog.tsx';

const columns = ['还剩多久', '什么事', '哪一位', '种类', '情况', '谁负责', '上传'];

/** 热线求助、信访诉求、举报投诉 of the area that this account may read, due first. */
export function TicketsPage() {
  const today = useToday();
  const [opening, setOpening] = useState(false);
  const { filter, page, go, offset } = useListPlace(TicketFilter, 'open');
  const query = useCoreQuery('ticket.list', { filter, offset, limit: pageSize });
  useShortcut('n', () => setOpening(true));
  const tickets = query.data?.tickets ?? [];
  return (
    <Page
      title="诉求"
      maxWidth={1320}
      actions={
        <Button variant="contained" startIcon={<AddOutlined />} onClick={() => setOpening(true)}>
          登记诉求
        </Button>
      }
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <FilterChips
          label="按情况筛选"
          names={ticketFilterNames}
          counts={query.data?.counts ?? {}}
          value={filter}
          onChange={(next) => go(next)}
        />
        <ErrorNotice failure={query.failure} onRetry={() => void query.refetch()} />
        {query.isPending && <Waiting />}
        {query.data && tickets.length === 0 && (
          <EmptyState
            icon={<ForumOutlined />}
            title="这里没有诉求"
            how="热线、来人、来信的求助和投诉登记以后会出现在这里，先到期的排在前面。"
          />
        )}
        {tickets.length > 0 && (
          <RecordTable
            label="诉求清单"
            columns={columns}
            lines={tickets.map((ticket) => ({
              id: ticket.id,
              to: `/tickets/${ticket.id}`,
              cells: cellsOf(ticket, today),
            }))}
          />
        )}
        <Pager page={page} size={pageSize} total={query.data?.total ?? 0} onChange={(at) => go(filter, at)} />
        <Typography color="textSecondary">
          J 下一件，K 上一件，回车 打开，N 登记。事事有回音：没有答复本人，不能办结。
        </Typography>
      </Box>
      {opening && <OpenTicketDialog onClose={() => setOpening(false)} />}
    </Page>
  );
}

function cellsOf(ticket: TicketSummary, today: string) {
  const { id, step, kind, about, maskedName, owner, due, sync, confidential } = ticket;
  return [
    step === 'OPEN' ? <DueChip key="due" due={due} today={today} /> : '—',
    <Link key="about" to={`/tickets/${id}`}>
      {confidential ? <Secret /> : about}
    </Link>,
    confidential ? '—' : maskedName || '不愿具名',
    ticketKindNames[kind],
    ticketStepNames[step],
    deskWords(owner),
    <CaseSync key="sync" state={sync} />,
  ];
}

export function Secret() {
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center' }}>
      <LockOutlined fontSize="small" aria-hidden />
      保密
    </Box>
  );
}
