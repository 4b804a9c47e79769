import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import { useEffect } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { useCoreQuery } from '../../core-query.ts';
import { useToday } from '../../session/status.ts';
import { CaseClock } from '../../ui/CaseClock.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { ResidentBanner } from '../../ui/ResidentBanner.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { CaseSync } from '../outbox/CaseSync.tsx';
import { SubmittedPage } from '../review/SubmittedPage.tsx';
import { CaseProcess } from '../process/CaseProcess.tsx';
import { ChainNotice } from './RecordSection.tsx';
import { clockSteps } from './clock-steps.ts';
import { DossierTabs } from './DossierTabs.tsx';
import { readCameFrom } from './came-from.ts';

const syncWords = {
  local: '还没有上传到区里，会自己上传',
  sending: '正在上传到区里',
  acknowledged: '区里已收到',
  attention: '上传出了问题，需要处理',
} as const;

/** 一户一档: everything on record of one case, and what may be done with it now. */
export function DossierPage() {
  const { caseId = '' } = useParams();
  const cameFrom = readCameFrom(useLocation().state);
  const today = useToday();
  // Reads are written down with their purpose, so a page left open does not ask again by itself.
  const query = useCoreQuery('case.dossier', { caseId, purpose: cameFrom.purpose }, { staleTime: 60_000 });
  const dossier = query.data?.dossier;
  const process = useCoreQuery('case.process', { caseId }, { enabled: dossier?.brokenAt === null });
  const view = process.data?.process ?? null;
  const changed = (): void => {
    void query.refetch();
    void process.refetch();
  };
  useEffect(() => {
    document.title = '一户一档 · 暖窗';
    window.scrollTo(0, 0);
  }, [caseId]);
  if (!dossier) {
    return (
      <Box sx={{ p: 3 }}>
        {query.isPending && <Waiting words="正在打开档案…" />}
        <ErrorNotice failure={query.failure} onRetry={() => void query.refetch()} />
        {query.failure && (
          <Button component={Link} to="/cases" sx={{ mt: 2 }}>
            回办件清单
          </Button>
        )}
      </Box>
    );
  }
  const { summary, application, brokenAt } = dossier;
  return (
    <>
      <Box sx={{ position: 'sticky', top: 0, zIndex: 10 }}>
        <ResidentBanner
          personId={application.members[0]?.id ?? summary.id}
          name={summary.applicantName}
          maskedId={summary.maskedId}
          householdSize={summary.householdSize}
          caseCode={summary.caseCode}
        >
          <Button
            component={Link}
            to="/cases"
            color="inherit"
            variant="outlined"
            sx={{ borderColor: 'inherit' }}
          >
            回办件清单
          </Button>
        </ResidentBanner>
      </Box>
      {cameFrom.submitted ? (
        <SubmittedPage summary={summary} acceptBy={cameFrom.acceptBy ?? summary.due} />
      ) : (
        <Box sx={{ width: '100%', maxWidth: 1280, mx: 'auto', px: 3, py: 2, display: 'grid', gap: 2 }}>
          {brokenAt !== null && <ChainNotice count={dossier.events.length} brokenAt={brokenAt} />}
          <Paper variant="outlined" sx={{ p: 2 }}>
            <CaseClock
              steps={clockSteps(dossier, view?.notice ?? summary.kind !== 'linshi')}
              today={today}
              clock={dossier.clock}
            />
            <Box sx={{ display: 'flex', gap: 3, mt: 1, flexWrap: 'wrap', alignItems: 'center' }}>
              <CaseSync state={summary.sync} words={syncWords[summary.sync]} />
              <span>{summary.caseNo ? `区里编号 ${summary.caseNo}` : '区里编号：收到以后才有'}</span>
              {summary.sync === 'attention' && (
                <Button component={Link} to="/outbox">
                  看上传情况
                </Button>
              )}
            </Box>
          </Paper>
          {brokenAt === null && (
            <CaseProcess dossier={dossier} process={view} failure={process.failure} onChanged={changed} />
          )}
          <DossierTabs dossier={dossier} process={view} today={today} onChanged={changed} />
        </Box>
      )}
    </>
  );
}
