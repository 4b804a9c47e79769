import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { Dossier } from '../../../../contract/views.ts';
import type { ProcessView } from '../../../../contract/views/process.ts';
import { compareDeclared } from '../../../../domain/matching/compare-declared.ts';
import { differenceTitles, type ComparisonRow } from '../../../../domain/matching/difference.ts';
import { inWords } from '../../../../domain/matching/said.ts';
import { sourceTitles } from '../../../../domain/matching/sources.ts';
import {
  answersOf,
  notFoundWords,
  summaryWords,
  topicWords,
  validUntilOf,
  weightOf,
  type Weight,
} from './comparison-words.ts';

interface Props {
  dossier: Dossier;
  process: ProcessView;
  /** Money only, for the proposal. */
  moneyOnly?: boolean;
}

const titles = ['谁', '什么', '申报', '查到', '比对', '谁说的', '哪天的记录', '有效到'];

/** What the household stated beside what the departments found; what has to be looked into is marked by sign and word. */
export function ComparisonTable({ dossier, process, moneyOnly = false }: Props) {
  const answers = answersOf(process);
  const { application } = dossier;
  const all = compareDeclared(application, answers);
  const rows = moneyOnly ? all.filter(({ topic }) => topic === 'income' || topic === 'property') : all;
  const countOf = (weight: Weight): number => rows.filter((row) => weightOf(row) === weight).length;
  const people = [...application.members, ...(application.supporters?.people ?? [])];
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? '其他人';
  if (answers.length === 0)
    return <Typography color="textSecondary">部门还没有答复，现在没有可以比对的。</Typography>;
  if (rows.length === 0) return <Typography>没有申报过，也没有查到记录。</Typography>;
  return (
    <Box component="section" aria-label="申报和查到的比对">
      <Typography sx={{ fontWeight: 600, mb: 1 }}>
        {summaryWords(countOf('look'), countOf('open'))}
      </Typography>
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label="比对表">
        <Table size="small" aria-label="申报和查到的">
          <TableHead>
            <TableRow>
              {titles.map((title) => (
                <TableCell key={title} sx={{ whiteSpace: 'nowrap' }}>
                  {title}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row, index) => (
              <TableRow key={`${row.personId} ${row.topic} ${row.kind} ${index}`}>
                <TableCell>{nameOf(row.personId)}</TableCell>
                <TableCell>{topicWords(row)}</TableCell>
                <TableCell>{row.declared ? inWords(row.declared) : '没有申报'}</TableCell>
                <TableCell>{row.found ? inWords(row.found) : notFoundWords(row)}</TableCell>
                <TableCell>
                  <Mark row={row} />
                </TableCell>
                <TableCell>{row.sources.map((source) => sourceTitles[source]).join('、') || '—'}</TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{row.asOf ?? '—'}</TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{validUntilOf(row, answers) ?? '—'}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </Box>
  );
}

const looks = {
  fine: { icon: <CheckCircleOutlined fontSize="small" />, color: 'success.main' },
  look: { icon: <ErrorOutlineOutlined fontSize="small" />, color: 'error.main' },
  open: { icon: <HelpOutlineOutlined fontSize="small" />, color: 'text.secondary' },
} as const;

function Mark({ row }: { row: ComparisonRow }) {
  const { icon, color } = looks[weightOf(row)];
  return (
    <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'center', color }}>
      {icon}
      {row.flag === 'deceased' ? '查到死亡登记' : differenceTitles[row.difference]}
    </Box>
  );
}
