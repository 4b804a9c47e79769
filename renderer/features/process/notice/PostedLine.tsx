import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { toPublicationEntry } from '../../../../domain/privacy/publication.ts';
import type { ActionFormProps } from '../action-form.ts';
import { opinionWords, publishedWords } from './posted-words.ts';

type Props = Pick<ActionFormProps, 'dossier' | 'process'>;

/** The line of this household in the notice (公示). */
export function NoticeLine({ dossier, process }: Props) {
  const proposal = process.proposals.at(-1)?.proposal;
  return <Line dossier={dossier} title="意见" words={proposal ? opinionWords(proposal) : ''} />;
}

/** The line of this household in the publication (公布): the type has these three fields and no others. */
export function PublishedLine({ dossier, process }: Props) {
  const { applicantName, householdSize } = dossier.summary;
  const amountFen = process.grant?.amountFen ?? 0;
  const entry = toPublicationEntry({ name: applicantName, members: householdSize, amountFen });
  return <Line dossier={dossier} title="金额（元）" words={publishedWords(entry.amountFen)} />;
}

function Line({
  dossier: { summary },
  title,
  words,
}: Pick<Props, 'dossier'> & { title: string; words: string }) {
  return (
    <Table size="small" aria-label="贴出去的内容">
      <TableHead>
        <TableRow>
          <TableCell>姓名</TableCell>
          <TableCell>家庭人数</TableCell>
          <TableCell>{title}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        <TableRow>
          <TableCell>{summary.applicantName}</TableCell>
          <TableCell>{summary.householdSize}</TableCell>
          <TableCell>{words}</TableCell>
        </TableRow>
      </TableBody>
    </Table>
  );
}
