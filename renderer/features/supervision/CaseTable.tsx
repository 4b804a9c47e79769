import MuiLink from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { Link } from 'react-router';
import { assistanceNames } from '../../../domain/application/form-names.ts';
import type { SupervisedCase } from '../../../domain/supervision/supervision-report.ts';
import { clockWords, stepWords } from '../../../domain/supervision/supervision-words.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { none } from './figure-words.ts';

/** The cases of a village by code; opening one is a look at somebody's data, and written down as supervision. */
export function CaseTable({ cases }: { cases: readonly SupervisedCase[] }) {
  if (cases.length === 0)
    return <EmptyState title="没有在办的件" how="有人申请，或者探访超期，会出现在这里。" />;
  return (
    <TableContainer tabIndex={0} role="group" aria-label="办件" sx={{ bgcolor: 'background.paper' }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>编号</TableCell>
            <TableCell>救助种类</TableCell>
            <TableCell>步骤</TableCell>
            <TableCell>提交日</TableCell>
            <TableCell>超期</TableCell>
            <TableCell>认领</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {cases.map((each) => (
            <TableRow key={each.caseId}>
              <TableCell component="th" scope="row">
                <MuiLink component={Link} to={`/cases/${each.caseId}`} state={{ purpose: 'supervision' }}>
                  {each.caseCode}
                </MuiLink>
              </TableCell>
              <TableCell>{assistanceNames[each.kind]}</TableCell>
              <TableCell>{stepWords[each.step]}</TableCell>
              <TableCell>{each.submittedOn}</TableCell>
              <TableCell sx={{ color: lateOf(each) ? 'error.main' : 'inherit' }}>
                {lateOf(each) || none}
              </TableCell>
              <TableCell>{each.claimed ? '已认领' : '没有人认领'}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

const lateOf = ({ overdue, visitOverdue }: SupervisedCase): string =>
  [...overdue.map((clock) => clockWords[clock]), ...(visitOverdue ? ['探访'] : [])].join('、');
