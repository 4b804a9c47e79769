import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { Dossier } from '../../../contract/views.ts';
import type { ProcessView } from '../../../contract/views/process.ts';
import { formatChinese } from '../../../domain/values/iso-date.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PhotoStrip } from './PhotoStrip.tsx';
import { noticeWords } from './review/notice-words.ts';
import { ObjectionCard } from './review/ObjectionCard.tsx';
import { ProposalCard } from './review/ProposalCard.tsx';

interface Props {
  dossier: Dossier;
  process: ProcessView;
}

/** 初审和公示: what was proposed and why, where and how long it hung, what was objected and answered. */
export function ReviewSection({ dossier, process }: Props) {
  const { proposals, notices, objections, meetings, extension, extensionReasons } = process;
  if (proposals.length + notices.length + objections.length + meetings.length === 0 && !extension)
    return <EmptyState title="还没有初审意见" how="调查做完以后由镇街提出；公示和异议也会在这里。" />;
  const because = extensionReasons.find(({ code }) => code === extension?.because)?.title;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {extension && (
        <Alert severity="info" variant="outlined">
          {formatChinese(extension.on)} {extension.byName}延长了办理期限
          {because ? `（${because}）` : ''}：{extension.reason}
        </Alert>
      )}
      {[...proposals].reverse().map((entry, index) => (
        <ProposalCard key={`${entry.on} ${index}`} dossier={dossier} process={process} entry={entry} />
      ))}
      {notices.length > 0 && <Notices process={process} />}
      {objections.length > 0 && <Typography variant="h2">异议</Typography>}
      {objections.map((entry) => (
        <ObjectionCard key={entry.objection.objectionId} entry={entry} />
      ))}
      {meetings.map((entry, index) => (
        <MeetingCard key={`${entry.on} ${index}`} caseId={dossier.summary.id} entry={entry} />
      ))}
    </Box>
  );
}

function Notices({ process: { notices, noticeEnds } }: Pick<Props, 'process'>) {
  return (
    <Paper variant="outlined" component="section" aria-label="公示" sx={{ p: 2 }}>
      <Typography variant="h2">公示</Typography>
      <ul>
        {notices.map((notice, index) => (
          <li key={`${notice.postedOn} ${index}`}>
            {notice.renewed ? '重新公示：' : ''}
            {noticeWords(notice, index === notices.length - 1 ? noticeEnds : null)}。贴在
            {notice.places.join('、')}。
          </li>
        ))}
      </ul>
    </Paper>
  );
}

function MeetingCard({ caseId, entry }: { caseId: string; entry: ProcessView['meetings'][number] }) {
  const { on, participants, forIt, against, minutes, photos } = entry.meeting;
  const title = `${formatChinese(on)}民主评议`;
  return (
    <Paper variant="outlined" component="section" aria-label={title} sx={{ p: 2, display: 'grid', gap: 1 }}>
      <Typography variant="h3">{title}</Typography>
      <Typography>
        到会 {participants} 人，同意 {forIt} 人，不同意 {against} 人。{minutes}
      </Typography>
      <PhotoStrip caseId={caseId} label="评议照片" pages={photos} />
    </Paper>
  );
}
