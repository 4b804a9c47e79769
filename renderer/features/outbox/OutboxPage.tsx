import CloudDoneOutlined from '@mui/icons-material/CloudDoneOutlined';
import RefreshOutlined from '@mui/icons-material/RefreshOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { OutboxItem } from '../../../contract/views.ts';
import { useCoreCommand, useCoreQuery } from '../../core-query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Page } from '../../ui/Page.tsx';
import { syncWords } from '../../ui/sync-words.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { momentWords } from '../../words/moment-words.ts';
import { OutboxGroup } from './OutboxGroup.tsx';

/** How often progress is looked at while something is on its way, ms. */
const lookMs = 2_000;
const severities = { ok: 'success', waiting: 'info', attention: 'error' } as const;

/** What has reached the district, what waits, and what needs a person. */
export function OutboxPage() {
  const [moving, setMoving] = useState(false);
  const query = useCoreQuery('outbox.list', {}, { staleTime: 0, refetchInterval: moving ? lookMs : false });
  const retry = useCoreCommand('outbox.retry');
  const items = query.data?.items ?? [];
  const of = (...states: OutboxItem['state'][]): OutboxItem[] =>
    items.filter(({ state }) => states.includes(state));
  const attention = of('attention');
  const waiting = of('sending', 'local');
  const done = of('acknowledged').toReversed();
  if (moving !== waiting.length > 0) setMoving(waiting.length > 0);
  const again = async (id: string | null): Promise<void> => {
    await retry.run({ id });
    await query.refetch();
  };
  return (
    <Page
      title="上传情况"
      actions={
        waiting.length + attention.length > 0 && (
          <Button
            variant="outlined"
            startIcon={<RefreshOutlined />}
            onClick={() => void again(null)}
            disabled={retry.pending}
          >
            全部再试一次
          </Button>
        )
      }
    >
      <Box sx={{ display: 'grid', gap: 3 }}>
        {query.data && <Summary summary={query.data.summary} />}
        <ErrorNotice failure={query.failure ?? retry.failure} onRetry={() => void query.refetch()} />
        {query.isPending && <Waiting />}
        {query.data && items.length === 0 && (
          <EmptyState
            icon={<CloudDoneOutlined />}
            title="还没有要上传的"
            how="提交申请以后，办理记录和材料会排在这里，联网就自己上传，不用您点。"
          />
        )}
        <OutboxGroup title="需要处理" items={attention} onRetry={(id) => void again(id)} />
        <OutboxGroup title="等待上传" items={waiting} onRetry={(id) => void again(id)} />
        <OutboxGroup title="区里已收到" items={done} />
      </Box>
    </Page>
  );
}

function Summary({ summary }: { summary: Parameters<typeof syncWords>[0] }) {
  const { level, words } = syncWords(summary);
  const lastly = summary.lastSyncAt
    ? `上次联系上区里是${momentWords(summary.lastSyncAt)}。`
    : '还没有联系上过区里。';
  return (
    <Alert severity={severities[level]} variant="outlined" role="status">
      <Typography sx={{ fontWeight: 600 }}>{words}</Typography>
      <Typography>
        {lastly}
        {!summary.online && '断网时可以照常办理，联网以后会自己上传。'}
      </Typography>
    </Alert>
  );
}
