import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ActionFormProps } from '../action-form.ts';
import { toPublicationEntry } from '../../../../domain/privacy/publication.ts';
import { formatYuan } from '../../../../domain/values/fen.ts';

/** The line of this household as it hangs on the wall: the type has these three fields and no others. */
export function PostedLine({ dossier, process }: Pick<ActionFormProps, 'dossier' | 'process'>) {
  const { applicantName, householdSize } = dossier.summary;
  const amountFen = process.grant?.amountFen ?? process.proposals.at(-1)?.proposal.amountFen ?? 0;
  const {
    name,
    members,
    amountFen: fen,
  } = toPublicationEntry({
    ...{ name: applicantName, members: householdSize, amountFen },
  });
  return (
    <Table size="small" aria-label="贴出去的内容">
      <TableHead>
        <TableRow>
          <TableCell>姓名</TableCell>
          <TableCell>家庭人数</TableCell>
          <TableCell>金额（元）</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        <TableRow>
          <TableCell>{name}</TableCell>
          <TableCell>{members}</TableCell>
          <TableCell>{formatYuan(fen)}</TableCell>
        </TableRow>
      </TableBody>
    </Table>
  );
}
