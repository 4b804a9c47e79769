import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Paper from '@mui/material/Paper';
import { Link, useParams } from 'react-router';
import type { TicketView } from '../../../contract/views/alert-ticket.ts';
import { formatChinese } from '../../../domain/values/iso-date.ts';
import { useCoreQuery } from '../../core-query.ts';
import { useToday } from '../../session/status.ts';
import { DueChip } from '../../ui/DueChip.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { roleNames } from '../../words/role-names.ts';
import {
  answerWayNames,
  channelNames,
  ownerChangeNames,
  ticketKindNames,
  ticketStepNames,
} from '../../words/ticket-words.ts';
import { CaseSync } from '../outbox/CaseSync.tsx';
import { deskWords } from '../records/desk-options.ts';
import { Facts } from '../records/Facts.tsx';
import { HistoryTable } from '../records/HistoryTable.tsx';
import { Section } from '../records/Section.tsx';
import { TicketActions } from './TicketActions.tsx';
import { Secret } from './TicketsPage.tsx';

/** One ticket: what was asked, who answers for it, what was answered, and what this account may do now. */
export function TicketPage() {
  const { ticketId = '' } = useParams();
  // Each look is written down: a page left open does not ask again by itself.
  const query = useCoreQuery('ticket.read', { ticketId }, { staleTime: 60_000 });
  const ticket = query.data?.ticket;
  return (
    <Page
      title="诉求"
      actions={
        <Button component={Link} to="/tickets" variant="outlined">
          回诉求清单
        </Button>
      }
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        {query.isPending && <Waiting words="正在打开…" />}
        <ErrorNotice failure={query.failure} onRetry={() => void query.refetch()} />
        {ticket && <TicketContent ticket={ticket} onChanged={() => void query.refetch()} />}
      </Box>
    </Page>
  );
}

function TicketContent({ ticket, onChanged }: { ticket: TicketView; onChanged: () => void }) {
  const today = useToday();
  const { summary, person, about, limit, answers, reopened, reopenUntil, closedOn } = ticket;
  return (
    <>
      <Paper
        variant="outlined"
        sx={{ p: 2, display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}
      >
        <Chip label={ticketStepNames[summary.step]} color="primary" variant="outlined" />
        {summary.due !== null && <DueChip due={summary.due} today={today} />}
        {summary.confidential && <Secret />}
        <span>由 {deskWords(summary.owner)} 负责</span>
        <CaseSync state={summary.sync} />
      </Paper>
      <TicketActions ticket={ticket} onChanged={onChanged} />
      <Section title="反映的事">
        <Facts
          facts={[
            ['种类', ticketKindNames[summary.kind]],
            ['反映了什么', ticket.what],
            ['反映的是谁', about && `${about.name || '不知道姓名'}，${roleNames[about.role]}`],
            ['姓名', person.name ?? '不愿具名'],
            ['电话', person.phone],
            ['地址', person.address],
            ['地方', ticket.placeName],
            ['收到', `${formatChinese(summary.receivedOn)}，${channelNames[ticket.channel]}`],
            ['登记', `${formatChinese(ticket.openedOn)}，${ticket.openedByName}`],
            ['答复时限', `${limit.workingDays} 个工作日。${limit.source}`],
            ['可以要求重新办理到', reopenUntil && formatChinese(reopenUntil)],
            ['办结', closedOn && formatChinese(closedOn)],
          ]}
        />
      </Section>
      {answers.length > 0 && (
        <Section title="答复">
          <HistoryTable
            label="答复"
            columns={['哪天告诉本人', '怎么告诉的', '谁答复的', '内容']}
            rows={answers.map(({ toldOn, way, byName, text }) => [
              formatChinese(toldOn),
              answerWayNames[way],
              byName,
              text,
            ])}
          />
        </Section>
      )}
      {reopened.length > 0 && (
        <Section title="要求重新办理">
          <HistoryTable
            label="要求重新办理"
            columns={['哪天', '谁登记的', '为什么']}
            rows={reopened.map(({ on, byName, reason }) => [formatChinese(on), byName, reason])}
          />
        </Section>
      )}
      <Section title="谁负责过">
        <HistoryTable
          label="谁负责过"
          columns={['哪天', '做了什么', '谁办的', '从', '到', '原因']}
          rows={ticket.ownerChanges.map(({ on, kind, byName, from, to, reason }) => [
            formatChinese(on),
            ownerChangeNames[kind],
            byName,
            from ? deskWords(from) : '—',
            deskWords(to),
            reason,
          ])}
        />
      </Section>
    </>
  );
}
