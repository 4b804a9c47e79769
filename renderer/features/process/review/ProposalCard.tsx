import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { Dossier } from '../../../../contract/views.ts';
import type { ProcessView } from '../../../../contract/views/process.ts';
import { assessVerified } from '../../../../domain/case/proposal.ts';
import { formatYuanWithUnit } from '../../../../domain/values/fen.ts';
import { formatChinese } from '../../../../domain/values/iso-date.ts';
import { methodWords } from '../../../words/process-answers.ts';
import { incomeNames } from '../../../words/statement-names.ts';
import { AnswerList } from '../../review/AnswerList.tsx';
import { answer } from '../../review/answer.ts';
import { reckonedOf } from './proposal-draft.ts';
import { ReckonedPanel } from './ReckonedPanel.tsx';

interface Props {
  dossier: Dossier;
  process: ProcessView;
  entry: ProcessView['proposals'][number];
}

/** One 初审意见 with the figures it stands on; the lines are shown while the amounts it was made by are in force. */
export function ProposalCard({ dossier, process, entry: { proposal, on, byName } }: Props) {
  const { eligible, verified, method, amountFen, reason, amountsId } = proposal;
  const { amounts } = process;
  const title = `${formatChinese(on)} ${byName}的初审意见`;
  const once = process.grantType === 'once' ? '一次' : '每月';
  const told = !eligible
    ? '建议不予救助'
    : method === 'status'
      ? `建议认定（${methodWords.status}）`
      : `建议救助，${once} ${formatYuanWithUnit(amountFen)}（${methodWords[method]}）`;
  const nameOf = (id: string): string =>
    dossier.application.members.find((member) => member.id === id)?.name ?? '家里人';
  return (
    <Paper variant="outlined" component="section" aria-label={title} sx={{ p: 2, display: 'grid', gap: 1 }}>
      <Typography variant="h3">{title}</Typography>
      <Typography sx={{ fontWeight: 600 }}>{told}</Typography>
      <AnswerList
        columns={1}
        answers={[
          answer('理由', reason),
          ...verified.income.entries.map((income) =>
            answer(
              `核实的收入：${nameOf(income.memberId)}，${incomeNames[income.kind]}`,
              `${formatYuanWithUnit(income.amountFen)}${income.periodMonths === 12 ? '/年' : '/月'}${income.excluded ? '，不计入' : ''}`,
            ),
          ),
          ...(verified.income.entries.length === 0 ? [answer('核实的收入', '没有')] : []),
          answer('财产', verified.propertyComplies ? '符合规定' : '不符合规定'),
        ]}
      />
      {amounts?.id === amountsId ? (
        <Box sx={{ maxWidth: 640 }}>
          <ReckonedPanel
            assessed={assessVerified(reckonedOf(dossier, process), verified, on, amounts)}
            amounts={amounts}
          />
        </Box>
      ) : (
        <Typography color="textSecondary">
          按当时的金额标准（编号 {amountsId}）算的，现在的标准已经变了。
        </Typography>
      )}
    </Paper>
  );
}
