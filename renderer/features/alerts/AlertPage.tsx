import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Paper from '@mui/material/Paper';
import { Link, useParams } from 'react-router';
import type { AlertView } from '../../../contract/views/alert-ticket.ts';
import { formatChinese } from '../../../domain/values/iso-date.ts';
import { useCoreQuery } from '../../core-query.ts';
import { useToday } from '../../session/status.ts';
import { DueChip } from '../../ui/DueChip.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { alertSourceNames, alertStepNames, followUpNames, handOverNames } from '../../words/alert-words.ts';
import { CaseSync } from '../outbox/CaseSync.tsx';
import { deskWords } from '../records/desk-options.ts';
import { Facts } from '../records/Facts.tsx';
import { HistoryTable } from '../records/HistoryTable.tsx';
import { Section } from '../records/Section.tsx';
import { AlertActions } from './AlertActions.tsx';

/** One alert: whom it is about, with whom it lies, what was found, and what this account may do now. */
export function AlertPage() {
  const { alertId = '' } = useParams();
  // Each look is written down: a page left open does not ask again by itself.
  const query = useCoreQuery('alert.read', { alertId }, { staleTime: 60_000 });
  const alert = query.data?.alert;
  return (
    <Page
      title="预警"
      actions={
        <Button component={Link} to="/alerts" variant="outlined">
          回预警清单
        </Button>
      }
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        {query.isPending && <Waiting words="正在打开…" />}
        <ErrorNotice failure={query.failure} onRetry={() => void query.refetch()} />
        {alert && <AlertContent alert={alert} onChanged={() => void query.refetch()} />}
      </Box>
    </Page>
  );
}

function AlertContent({ alert, onChanged }: { alert: AlertView; onChanged: () => void }) {
  const today = useToday();
  const { summary, person, closed } = alert;
  return (
    <>
      <Paper
        variant="outlined"
        sx={{ p: 2, display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}
      >
        <Chip label={alertStepNames[summary.step]} color="primary" variant="outlined" />
        {summary.due !== null && <DueChip due={summary.due} today={today} />}
        <span>在 {deskWords(summary.holder)}</span>
        <CaseSync state={summary.sync} />
      </Paper>
      <AlertActions alert={alert} onChanged={onChanged} />
      <Section title="发现的情况">
        <Facts
          facts={[
            ['姓名', person.name ?? '不知道'],
            ['电话', person.phone ?? '不知道'],
            ['住址', person.address],
            ['地方', alert.placeName],
            ['发现了什么', alert.seen],
            ['哪天发现', formatChinese(alert.seenOn)],
            ['来源', alertSourceNames[summary.source]],
            ['登记', `${formatChinese(summary.raisedOn)}，${alert.raisedByName}`],
            ['回报期限', alert.reportBy && formatChinese(alert.reportBy)],
            ['关联的申请', alert.caseId && <CaseLink key="case" id={alert.caseId} code={alert.caseCode} />],
            ['办结', closed && `${formatChinese(closed.on)}，${closed.byName}：${closed.conclusion}`],
          ]}
        />
      </Section>
      {alert.followUps.length > 0 && (
        <Section title="跟进记录">
          <HistoryTable
            label="跟进记录"
            columns={['哪天上门', '谁', '结果', '看到的情况']}
            rows={alert.followUps.map(({ visitedOn, byName, result, findings }) => [
              formatChinese(visitedOn),
              byName,
              followUpNames[result],
              findings,
            ])}
          />
        </Section>
      )}
      <Section title="流转记录">
        <HistoryTable
          label="流转记录"
          columns={['哪天', '做了什么', '谁办的', '从', '到', '说明']}
          rows={alert.handOvers.map(({ on, kind, byName, from, to, note }) => [
            formatChinese(on),
            handOverNames[kind],
            byName,
            from ? deskWords(from) : '—',
            deskWords(to),
            note,
          ])}
        />
      </Section>
    </>
  );
}

function CaseLink({ id, code }: { id: string; code: string | null }) {
  return code === null ? <span>在别的站点办理</span> : <Link to={`/cases/${id}`}>{code}</Link>;
}
