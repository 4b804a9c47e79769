import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { ProcessView } from '../../../../contract/views/process.ts';
import { formatChinese, shanghaiDate } from '../../../../domain/values/iso-date.ts';
import { momentWords } from '../../../words/moment-words.ts';
import { objectionOutcomeWords, toldWords } from '../../../words/process-answers.ts';
import { AnswerList } from '../../review/AnswerList.tsx';
import { answer } from '../../review/answer.ts';

/** One objection, and what was answered. */
export function ObjectionCard({ entry }: { entry: ProcessView['objections'][number] }) {
  const { objection, reply, byName } = entry;
  const title = `${formatChinese(shanghaiDate(objection.receivedAt))}收到的异议`;
  return (
    <Paper variant="outlined" component="section" aria-label={title} sx={{ p: 2 }}>
      <Typography variant="h3">{title}</Typography>
      <AnswerList
        columns={1}
        answers={[
          answer('谁提的', objection.by || '没有留姓名'),
          answer('怎么联系', objection.contact),
          answer('什么时候收到', momentWords(objection.receivedAt)),
          answer('内容', objection.text),
          answer('谁登记', byName),
          answer('核实下来', reply ? objectionOutcomeWords[reply.outcome] : '还没有答复'),
          ...(reply
            ? [answer('怎么答复', reply.reply), answer('怎么告诉对方的', toldWords[reply.told])]
            : []),
        ]}
      />
    </Paper>
  );
}
