import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Breadcrumbs from '@mui/material/Breadcrumbs';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { OutputOf } from '../../../contract/commands.ts';
import { isIsoDate } from '../../../domain/values/iso-date.ts';
import { useCoreQuery } from '../../core-query.ts';
import { useToday } from '../../session/status.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { AreaChart } from './AreaChart.tsx';
import { AreaTable } from './AreaTable.tsx';
import { CaseTable } from './CaseTable.tsx';
import { ExportButtons } from './ExportButtons.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import { usualPeriods } from './period.ts';
import { StepTimes } from './StepTimes.tsx';
import { SupervisionFilters, type Asked } from './SupervisionFilters.tsx';

/** Overdue, times, visits and pick-ups by place, for heads of a town and of the district; down to a village's cases. */
export function SupervisionPage() {
  const today = useToday();
  const periods = usualPeriods(today);
  const [params, setParams] = useSearchParams();
  const [asked, setAsked] = useState<Asked>(() => ({ from: periods[0].from, to: today, kind: null }));
  const areaCode = params.get('area');
  const input = { areaCode, ...asked };
  const ready = isIsoDate(asked.from) && isIsoDate(asked.to) && asked.from <= asked.to;
  const query = useCoreQuery('supervision.report', input, { enabled: ready });
  return (
    <Page title="监督" maxWidth={1320} actions={ready && query.data && <ExportButtons input={input} />}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <SupervisionFilters
          asked={asked}
          periods={periods}
          onChange={(change) => setAsked((before) => ({ ...before, ...change }))}
        />
        {!ready && <Alert severity="info">请写好开始和结束的日子，结束不能在开始以前。</Alert>}
        <ErrorNotice failure={query.failure} onRetry={() => void query.refetch()} />
        {ready && query.isPending && <Waiting />}
        {ready && query.data && <Report answer={query.data} onOpen={(code) => setParams({ area: code })} />}
      </Box>
    </Page>
  );
}

interface ReportProps {
  answer: OutputOf<'supervision.report'>;
  onOpen: (areaCode: string) => void;
}

function Report({ answer: { report, path, pickUpsKnown }, onOpen }: ReportProps) {
  const { total, areas, cases } = report;
  return (
    <>
      <Breadcrumbs aria-label="地区">
        {path.map(({ code, name }, index) =>
          index === path.length - 1 ? (
            <Typography key={code} variant="h2" aria-current="page">
              {name}
            </Typography>
          ) : (
            <Link key={code} component="button" sx={{ minHeight: 44 }} onClick={() => onOpen(code)}>
              {name}
            </Link>
          ),
        )}
      </Breadcrumbs>
      <KeyFigures total={total} />
      <Notes total={total} pickUpsKnown={pickUpsKnown} />
      {areas.length > 0 && (
        <Section title="各地区">
          <AreaTable areas={areas} total={total} onOpen={onOpen} />
          <AreaChart areas={areas} />
        </Section>
      )}
      {areas.length === 0 && (
        <Section title="办件">
          <CaseTable cases={cases} />
        </Section>
      )}
      <Section title="各步骤用时（工作日）">
        <StepTimes total={total} />
      </Section>
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box component="section" aria-label={title} sx={{ display: 'grid', gap: 1, mt: 1 }}>
      <Typography variant="h2">{title}</Typography>
      {children}
    </Box>
  );
}

/** What the figures leave out is said, never hidden. */
function Notes({
  total,
  pickUpsKnown,
}: {
  total: ReportProps['answer']['report']['total'];
  pickUpsKnown: boolean;
}) {
  return (
    <>
      {total.dueUnknown > 0 && (
        <Alert severity="warning">
          有 {total.dueUnknown} 件的到期日跨到没有公布放假安排的一年，公布以后才算得出。
        </Alert>
      )}
      {total.unreadable > 0 && (
        <Alert severity="warning">
          有 {total.unreadable} 件的过程记录读不出，没有算进用时和超期，请找信息员。
        </Alert>
      )}
      {!pickUpsKnown && <Alert severity="info">取件次数在区里的服务器上，现在没有联上，先不显示。</Alert>}
    </>
  );
}
