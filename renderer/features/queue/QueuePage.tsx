import FolderSharedOutlined from '@mui/icons-material/FolderSharedOutlined';
import SearchOutlined from '@mui/icons-material/SearchOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { z } from 'zod';
import { QueueName } from '../../../contract/commands/case.ts';
import type { CaseSummary } from '../../../contract/views.ts';
import { mayCall } from '../../session/may-call.ts';
import { useAccount, useToday } from '../../session/status.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Page } from '../../ui/Page.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { FilterChips } from '../records/FilterChips.tsx';
import { Pager } from '../records/Pager.tsx';
import { PickUpButton, type PickedUp } from './PickUpButton.tsx';
import { keepPlace, otherList, placeOf, type QueuePlace } from './queue-place.ts';
import { emptyQueues, queueNames } from './queue-words.ts';
import { QueueTable } from './QueueTable.tsx';
import { StepFilter } from './StepFilter.tsx';
import { pageSize, useCases } from './use-cases.ts';

/** How somebody was sent here: to one queue, or to look for somebody. */
const Given = z.union([
  z
    .object({ queue: z.union([QueueName, z.literal('all')]) })
    .transform(({ queue }) => ({ queue, search: '' })),
  z.object({ search: z.string() }),
]);

/** The queues of an area, due first. Opening a case and coming back loses neither the queue, the search nor the place. */
export function QueuePage() {
  const account = useAccount();
  const today = useToday();
  const navigate = useNavigate();
  const given = Given.safeParse(useLocation().state);
  const [place, setPlace] = useState<QueuePlace>(() => ({
    ...placeOf(account.id),
    ...(given.success ? { step: null, ...otherList(given.data) } : {}),
  }));
  const change = (next: Partial<QueuePlace>): void => {
    setPlace((before) => ({ ...before, ...next }));
    keepPlace(account.id, { ...place, ...next });
  };
  const query = useCases(place);
  const cases = query.data?.cases ?? [];
  const cursor = Math.max(
    0,
    cases.findIndex(({ id }) => id === place.caseId),
  );
  const move = (index: number): void => {
    const next = cases[Math.min(Math.max(0, index), cases.length - 1)];
    if (next) change({ caseId: next.id });
  };
  const open = (summary: CaseSummary): void => {
    keepPlace(account.id, { ...place, caseId: summary.id });
    // Looked for by name or number: somebody asks. Picked from the list: it is being handled.
    const purpose = place.search.trim() ? 'residentAsks' : 'handling';
    void navigate(`/cases/${summary.id}`, { state: { purpose } });
  };
  const stepBy = (by: number): void => {
    document.querySelector<HTMLElement>('[data-queue]')?.focus();
    move(cursor + by);
  };
  useShortcut('j', () => stepBy(1));
  useShortcut('k', () => stepBy(-1));
  useShortcut('s', () => document.querySelector<HTMLElement>('[data-queue-search] input')?.focus());
  const counts = { ...query.data?.queues, all: sum(query.data?.counts) };
  return (
    <QueueFrame online={mayCall(account.role, 'pickup.run')}>
      <FilterChips
        label="按队列筛选"
        names={queueNames}
        counts={counts}
        value={place.queue}
        onChange={(queue) => change(otherList({ queue, step: null, search: '' }))}
      />
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'end', flexWrap: 'wrap' }}>
        <SearchBox
          value={place.search}
          onChange={(search) => change(otherList({ search }))}
          onLeave={() => stepBy(0)}
        />
        <StepFilter
          counts={query.data?.counts ?? {}}
          value={place.step}
          onChange={(step) => change(otherList({ step }))}
        />
        <Box sx={{ ml: 'auto' }}>
          <Pager
            page={place.page}
            size={pageSize}
            total={query.data?.total ?? 0}
            onChange={(page) => change(otherList({ page }))}
          />
        </Box>
      </Box>
      <ErrorNotice failure={query.failure} onRetry={() => void query.refetch()} />
      {query.isPending && <Waiting />}
      {query.data && cases.length === 0 && <Nothing place={place} />}
      {cases.length > 0 && (
        <QueueTable
          // A new list starts where it was left, or at the top.
          key={`${place.queue} ${place.step} ${place.page} ${query.search}`}
          cases={cases}
          today={today}
          accountId={account.id}
          cursor={cursor}
          offset={place.offset}
          onMove={move}
          onOpen={open}
          onScroll={(offset) => keepPlace(account.id, { offset })}
        />
      )}
      <Typography color="textSecondary">J 下一件，K 上一件，回车 打开，S 查找。</Typography>
    </QueueFrame>
  );
}

const sum = (counts: Readonly<Record<string, number>> = {}): number =>
  Object.values(counts).reduce((all, count) => all + count, 0);

/** Title, and looking for what came in online with what became of it. */
function QueueFrame({ online, children }: { online: boolean; children: React.ReactNode }) {
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<PickedUp | null>(null);
  return (
    <Page
      title="办件"
      maxWidth={1366}
      actions={online && <PickUpButton busy={busy} onBusy={setBusy} onDone={setResult} />}
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        {result?.ok && (
          <Alert severity="success" variant="outlined" onClose={() => setResult(null)}>
            {result.words}
          </Alert>
        )}
        {result?.ok === false && (
          <Box>
            <ErrorNotice failure={result.failure} />
            <Typography sx={{ mt: 1 }}>收取网上申请要联网。已经在清单里的照样可以办。</Typography>
          </Box>
        )}
        {children}
      </Box>
    </Page>
  );
}

interface SearchProps {
  value: string;
  onChange: (search: string) => void;
  /** Into the list. */
  onLeave: () => void;
}

function SearchBox({ value, onChange, onLeave }: SearchProps) {
  return (
    <Box
      data-queue-search
      role="search"
      sx={{ width: 360 }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        onLeave();
      }}
    >
      <TextInput
        label="查找（姓名、证件号、编号）"
        value={value}
        onChange={onChange}
        maxLength={60}
        end={<SearchOutlined aria-hidden />}
      />
    </Box>
  );
}

function Nothing({ place: { search, queue, step } }: { place: QueuePlace }) {
  if (search.trim())
    return <EmptyState title="没有找到" how="换姓名、证件号或编号再试；也可能在别的镇街办理。" />;
  if (step) return <EmptyState title="这一步没有办件" how="换一个步骤，或者选“所有步骤”。" />;
  return <EmptyState icon={<FolderSharedOutlined />} {...emptyQueues[queue]} />;
}
