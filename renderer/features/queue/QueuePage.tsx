import SearchOutlined from '@mui/icons-material/SearchOutlined';
import FolderSharedOutlined from '@mui/icons-material/FolderSharedOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { z } from 'zod';
import type { CaseSummary } from '../../../contract/views.ts';
import { useAccount, useToday } from '../../session/status.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Page } from '../../ui/Page.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { keepPlace, placeOf, type QueuePlace } from './queue-place.ts';
import { QueueTable } from './QueueTable.tsx';
import { StepFilter } from './StepFilter.tsx';
import { mostListed, useCases } from './use-cases.ts';

const Given = z.object({ search: z.string() });

/** Every case of the area, due first. Opening one and coming back loses neither the search nor the place. */
export function QueuePage() {
  const account = useAccount();
  const today = useToday();
  const navigate = useNavigate();
  const given = Given.safeParse(useLocation().state);
  const [place, setPlace] = useState<QueuePlace>(() => ({
    ...placeOf(account.id),
    ...(given.success ? { step: null, search: given.data.search, caseId: null, offset: 0 } : {}),
  }));
  const { step, search, caseId, offset } = place;
  const change = (next: Partial<QueuePlace>): void => {
    setPlace((before) => ({ ...before, ...next }));
    keepPlace(account.id, next);
  };
  const query = useCases(step, search);
  const cases = query.data?.cases ?? [];
  const cursor = Math.max(
    0,
    cases.findIndex(({ id }) => id === caseId),
  );
  const move = (index: number): void => {
    const next = cases[Math.min(Math.max(0, index), cases.length - 1)];
    if (next) change({ caseId: next.id });
  };
  const open = (summary: CaseSummary): void => {
    keepPlace(account.id, { caseId: summary.id });
    // Looked for by name or number: somebody asks. Picked from the list: it is being handled.
    const purpose = search.trim() ? 'residentAsks' : 'handling';
    void navigate(`/cases/${summary.id}`, { state: { purpose } });
  };
  const stepBy = (by: number): void => {
    document.querySelector<HTMLElement>('[data-queue]')?.focus();
    move(cursor + by);
  };
  useShortcut('j', () => stepBy(1));
  useShortcut('k', () => stepBy(-1));
  useShortcut('s', () => document.querySelector<HTMLElement>('[data-queue-search] input')?.focus());
  return (
    <Page title="办件" maxWidth={1320}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Box sx={{ display: 'flex', gap: 3, alignItems: 'end', flexWrap: 'wrap' }}>
          <Box
            data-queue-search
            role="search"
            sx={{ width: 360 }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
              event.preventDefault();
              stepBy(0);
            }}
          >
            <TextInput
              label="查找（姓名、证件号、编号）"
              value={search}
              onChange={(text) => change({ search: text, caseId: null, offset: 0 })}
              maxLength={60}
              end={<SearchOutlined aria-hidden />}
            />
          </Box>
          <StepFilter
            counts={query.data?.counts ?? {}}
            value={step}
            onChange={(next) => change({ step: next, caseId: null, offset: 0 })}
          />
        </Box>
        <ErrorNotice failure={query.failure} onRetry={() => void query.refetch()} />
        {query.isPending && <Waiting />}
        {query.data && cases.length === 0 && <Nothing search={search} />}
        {cases.length > 0 && (
          <QueueTable
            // A new list starts where it was left, or at the top.
            key={`${step} ${query.search}`}
            cases={cases}
            today={today}
            cursor={cursor}
            offset={offset}
            onMove={move}
            onOpen={open}
            onScroll={(top) => keepPlace(account.id, { offset: top })}
          />
        )}
        <Typography color="textSecondary">
          J 下一件，K 上一件，回车 打开，S 查找。
          {cases.length >= mostListed && `只列出最先到期的 ${mostListed} 件，其余请查找。`}
        </Typography>
      </Box>
    </Page>
  );
}

function Nothing({ search }: { search: string }) {
  if (search.trim())
    return <EmptyState title="没有找到" how="换姓名、证件号或编号再试；也可能在别的镇街办理。" />;
  return (
    <EmptyState
      icon={<FolderSharedOutlined />}
      title="这里还没有办件"
      how="申请提交以后会出现在这里，先到期的排在前面。"
    />
  );
}
