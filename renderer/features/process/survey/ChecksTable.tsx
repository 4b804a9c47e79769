import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined';
import RemoveCircleOutlineOutlined from '@mui/icons-material/RemoveCircleOutlineOutlined';
import SearchOutlined from '@mui/icons-material/SearchOutlined';
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { Dossier } from '../../../../contract/views.ts';
import type { ProcessView } from '../../../../contract/views/process.ts';
import { checkPurposeTitles, type CheckAnswer } from '../../../../domain/matching/check.ts';
import { sourceTitles } from '../../../../domain/matching/sources.ts';
import { formatChinese } from '../../../../domain/values/iso-date.ts';
import { checkOutcomeWords, checkReasonWords } from '../../../words/process-answers.ts';

type Check = ProcessView['checks'][number];

/** One request to the departments: a line for each, a column for each person that was asked about. */
export function ChecksTable({ check, dossier }: { check: Check; dossier: Dossier }) {
  const { request, answers, byName, on } = check;
  const { members, supporters } = dossier.application;
  const people = [...members, ...(supporters?.people ?? [])];
  const asked = request.authorizations.map(({ personId }) => ({
    id: personId,
    name: people.find(({ id }) => id === personId)?.name ?? '其他人',
  }));
  const expected = request.sources.length * asked.length;
  const waiting = expected - answers.length;
  const title = `${formatChinese(on)} ${byName}发出的核对`;
  return (
    <Paper variant="outlined" component="section" aria-label={title} sx={{ p: 2 }}>
      <Typography variant="h3">{title}</Typography>
      <Typography>
        为了{checkPurposeTitles[request.purpose]}。
        {waiting > 0 ? `还有 ${waiting} 项在等部门答复。` : '都有答复了。'}
      </Typography>
      <Table size="small" aria-label={title} sx={{ mt: 1 }}>
        <TableHead>
          <TableRow>
            <TableCell>部门</TableCell>
            {asked.map(({ id, name }) => (
              <TableCell key={id}>{name}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {request.sources.map((source) => (
            <TableRow key={source}>
              <TableCell component="th" scope="row">
                {sourceTitles[source]}
              </TableCell>
              {asked.map(({ id }) => (
                <TableCell key={id}>
                  <Outcome
                    answer={answers.find((one) => one.source === source && one.personId === id) ?? null}
                  />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Paper>
  );
}

const looks = {
  found: { icon: <SearchOutlined fontSize="small" />, color: 'text.primary' },
  nothing: { icon: <CheckCircleOutlined fontSize="small" />, color: 'text.primary' },
  noAnswer: { icon: <WarningAmberOutlined fontSize="small" />, color: 'warning.main' },
  notAuthorized: { icon: <RemoveCircleOutlineOutlined fontSize="small" />, color: 'warning.main' },
} as const;

function Outcome({ answer }: { answer: CheckAnswer | null }) {
  const { icon, color } = answer
    ? looks[answer.outcome]
    : { icon: <HourglassEmptyOutlined fontSize="small" />, color: 'text.secondary' };
  return (
    <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'center', color }}>
      {icon}
      {outcomeWords(answer)}
    </Box>
  );
}

/** '查到 2 条', '没有答复：连不上部门的系统', '在等答复'. */
export function outcomeWords(answer: CheckAnswer | null): string {
  if (!answer) return '在等答复';
  if (answer.outcome === 'found') return `查到 ${answer.facts.length} 条`;
  const words = checkOutcomeWords[answer.outcome];
  return answer.reason ? `${words}：${checkReasonWords[answer.reason]}` : words;
}
