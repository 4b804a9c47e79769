import AddOutlined from '@mui/icons-material/AddOutlined';
import NotificationsActiveOutlined from '@mui/icons-material/NotificationsActiveOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link } from 'react-router';
import { AlertFilter, type AlertSummary } from '../../../contract/views/alert-ticket.ts';
import { levelOf } from '../../../domain/alert/office.ts';
import { useCoreQuery } from '../../core-query.ts';
import { useAccount, useToday } from '../../session/status.ts';
import { DueChip } from '../../ui/DueChip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Page } from '../../ui/Page.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { alertFilterNames, alertSourceNames, alertStepNames } from '../../words/alert-words.ts';
import { CaseSync } from '../outbox/CaseSync.tsx';
import { deskWords } from '../records/desk-options.ts';
import { FilterChips } from '../records/FilterChips.tsx';
import { Pager } from '../records/Pager.tsx';
import { RecordTable } from '../records/RecordTable.tsx';
import { pageSize, useListPlace } from '../records/use-list-place.ts';
import { RaiseAlertDialog } from './RaiseAlertDialog.tsx';

const columns = ['还剩多久', '哪一位', '住址', '来源', '情况', '在谁手上', '上传'];

/** 主动发现预警 of the area, due first. */
export function AlertsPage() {
  const today = useToday();
  const raises = levelOf(useAccount()) !== null;
  const [raising, setRaising] = useState(false);
  const { filter, page, go, offset } = useListPlace(AlertFilter, 'open');
  const query = useCoreQuery('alert.list', { filter, offset, limit: pageSize });
  useShortcut('n', () => setRaising(true), raises);
  const alerts = query.data?.alerts ?? [];
  return (
    <Page
      title="预警"
      maxWidth={1320}
      actions={
        raises && (
          <Button variant="contained" startIcon={<AddOutlined />} onClick={() => setRaising(true)}>
            登记预警
          </Button>
        )
      }
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <FilterChips
          label="按情况筛选"
          names={alertFilterNames}
          counts={query.data?.counts ?? {}}
          value={filter}
          onChange={(next) => go(next)}
        />
        <ErrorNotice failure={query.failure} onRetry={() => void query.refetch()} />
        {query.isPending && <Waiting />}
        {query.data && alerts.length === 0 && (
          <EmptyState
            icon={<NotificationsActiveOutlined />}
            title="这里没有预警"
            how="监测、网格、村（居）或热线发现有人可能有困难，登记以后会出现在这里，先到期的排在前面。"
          />
        )}
        {alerts.length > 0 && (
          <RecordTable
            label="预警清单"
            columns={columns}
            lines={alerts.map((alert) => ({
              id: alert.id,
              to: `/alerts/${alert.id}`,
              cells: cellsOf(alert, today),
            }))}
          />
        )}
        <Pager page={page} size={pageSize} total={query.data?.total ?? 0} onChange={(at) => go(filter, at)} />
        <Typography color="textSecondary">
          J 下一条，K 上一条，回车 打开，N 登记。2个工作日内要交办到人。
        </Typography>
      </Box>
      {raising && <RaiseAlertDialog onClose={() => setRaising(false)} />}
    </Page>
  );
}

function cellsOf(alert: AlertSummary, today: string) {
  const { id, step, source, maskedName, address, holder, due, sync } = alert;
  return [
    step === 'CLOSED' || step === 'REPORTED' ? '—' : <DueChip key="due" due={due} today={today} />,
    <Link key="name" to={`/alerts/${id}`}>
      {maskedName || '不知道姓名'}
    </Link>,
    address,
    alertSourceNames[source],
    alertStepNames[step],
    deskWords(holder),
    <CaseSync key="sync" state={sync} />,
  ];
}
