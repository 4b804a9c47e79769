import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { Dossier } from '../../../contract/views.ts';
import type { ProcessView } from '../../../contract/views/process.ts';
import type { GrantMethod } from '../../../domain/case/process-data.ts';
import { formatYuanWithUnit } from '../../../domain/values/fen.ts';
import { formatChinese } from '../../../domain/values/iso-date.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import {
  changeByWords,
  changeWords,
  methodWords,
  residenceWords,
  visitModeWords,
} from '../../words/process-answers.ts';
import { AnswerList } from '../review/AnswerList.tsx';
import { answer } from '../review/answer.ts';
import { PhotoStrip } from './PhotoStrip.tsx';
import { Signatures } from './survey/SurveyRecordCard.tsx';

interface Props {
  dossier: Dossier;
  process: ProcessView;
}

/** What is paid and since when, the yearly visits, and what changed since. */
export function AfterSection({ dossier, process }: Props) {
  const { grant, visits, changes, ending } = process;
  if (!grant && visits.length === 0 && changes.length === 0 && !ending)
    return <EmptyState title="还没有确认" how="区里确认、登记以后，待遇、探访和家庭变化都在这里。" />;
  const { id } = dossier.summary;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <GrantCard process={process} />
      {visits.length > 0 && <Typography variant="h2">探访</Typography>}
      {[...visits].reverse().map(({ visit, byName }) => (
        <VisitCard key={visit.visitId} caseId={id} visit={visit} byName={byName} />
      ))}
      {changes.length > 0 && <Typography variant="h2">家庭变化</Typography>}
      {[...changes].reverse().map((entry, index) => (
        <ChangeCard key={`${entry.on} ${index}`} caseId={id} entry={entry} />
      ))}
    </Box>
  );
}

function GrantCard({
  process: { grant, grantType, residence, nextVisitDue, ending },
}: Pick<Props, 'process'>) {
  const per = grantType === 'once' ? '一次' : '每月';
  const money =
    grant && (grantType === 'status' ? methodWords.status : `${per} ${formatYuanWithUnit(grant.amountFen)}`);
  const method = grant && grantType !== 'status' ? methodWords[grant.method as GrantMethod] : null;
  return (
    <Paper variant="outlined" component="section" aria-label="待遇" sx={{ p: 2 }}>
      <Typography variant="h2">待遇</Typography>
      <AnswerList
        columns={1}
        answers={[
          ...(grant ? [answer('待遇', method ? `${money ?? ''}（${method}）` : money)] : []),
          ...(grant ? [answer('哪天决定的', formatChinese(grant.decidedOn))] : []),
          ...(grant?.payFrom ? [answer('从哪天起', formatChinese(grant.payFrom))] : []),
          ...(residence ? [answer('住在哪里', residenceWords[residence])] : []),
          ...(nextVisitDue ? [answer('下次探访不晚于', formatChinese(nextVisitDue))] : []),
          ...(ending ? [answer('办结原因', ending.reason)] : []),
        ]}
      />
    </Paper>
  );
}

interface VisitProps {
  caseId: string;
  visit: ProcessView['visits'][number]['visit'];
  byName: string;
}

function VisitCard({ caseId, visit, byName }: VisitProps) {
  const title = `${formatChinese(visit.on)} ${visitModeWords[visit.mode]}探访`;
  return (
    <Paper variant="outlined" component="section" aria-label={title} sx={{ p: 2, display: 'grid', gap: 1 }}>
      <Typography variant="h3">{title}</Typography>
      <AnswerList
        columns={1}
        answers={[
          answer('探访人', visit.visitors.join('、')),
          answer('看到的情况', visit.found),
          answer('困难和要求', visit.needs),
          answer('影响待遇的变化', visit.changed ? '有' : '没有'),
          answer('谁录入', byName),
        ]}
      />
      <PhotoStrip caseId={caseId} label="探访照片" pages={visit.photos} />
      <Signatures caseId={caseId} signatures={visit.signatures} />
    </Paper>
  );
}

function ChangeCard({ caseId, entry }: { caseId: string; entry: ProcessView['changes'][number] }) {
  const { change, hearings, byName } = entry;
  const title = `${formatChinese(change.on)} ${changeWords[change.what]}变化`;
  return (
    <Paper variant="outlined" component="section" aria-label={title} sx={{ p: 2, display: 'grid', gap: 1 }}>
      <Typography variant="h3">{title}</Typography>
      <AnswerList
        columns={1}
        answers={[
          answer('具体情况', change.note),
          answer('怎么知道的', changeByWords[change.by]),
          answer('谁登记', byName),
          ...(hearings.length === 0 ? [answer('听取意见', '还没有')] : []),
          ...hearings.map((hearing) =>
            answer(
              `${formatChinese(hearing.on)}听取${hearing.with}的意见`,
              hearing.attended ? hearing.said : `没有来。怎么通知的：${hearing.asked}`,
            ),
          ),
        ]}
      />
      <PhotoStrip caseId={caseId} label="听取意见记录" pages={hearings.flatMap(({ pages }) => pages)} />
    </Paper>
  );
}
