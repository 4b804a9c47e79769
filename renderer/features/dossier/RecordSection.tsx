import LinkOffOutlined from '@mui/icons-material/LinkOffOutlined';
import LinkOutlined from '@mui/icons-material/LinkOutlined';
import Alert from '@mui/material/Alert';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { Dossier } from '../../../contract/views.ts';
import { momentWords } from '../../words/moment-words.ts';
import { roleNames } from '../../words/role-names.ts';
import { eventWords } from './event-words.ts';

/** Who did what and when, each entry tied to the one before by its digest. */
export function RecordSection({ dossier }: { dossier: Dossier }) {
  const { events, brokenAt } = dossier;
  return (
    <>
      <ChainNotice count={events.length} brokenAt={brokenAt} />
      <Table size="small" aria-label="过程记录">
        <TableHead>
          <TableRow>
            {['序号', '做了什么', '什么时候', '谁', '校验码'].map((title) => (
              <TableCell key={title}>{title}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {events.map(({ version, type, at, actorName, role, digest }) => {
            const broken = brokenAt !== null && version >= brokenAt;
            return (
              <TableRow key={version}>
                <TableCell>{version}</TableCell>
                <TableCell>{eventWords(type)}</TableCell>
                <TableCell>{momentWords(at)}</TableCell>
                <TableCell>
                  {role === 'system' || role === 'portal'
                    ? roleNames[role]
                    : `${actorName || '其他站点的工作人员'}，${roleNames[role]}`}
                </TableCell>
                <TableCell sx={{ color: broken ? 'error.main' : 'text.secondary' }}>
                  {broken ? '对不上 ' : ''}
                  <code>{digest.slice(0, 12)}</code>
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </>
  );
}

export function ChainNotice({ count, brokenAt }: { count: number; brokenAt: number | null }) {
  if (brokenAt === null) {
    return (
      <Alert severity="success" icon={<LinkOutlined />} variant="outlined" sx={{ mb: 2 }}>
        {count} 条记录首尾相连，没有被改动。
      </Alert>
    );
  }
  return (
    <Alert severity="error" icon={<LinkOffOutlined />} variant="outlined" role="alert" sx={{ mb: 2 }}>
      <Typography color="error" sx={{ fontWeight: 600 }}>
        从第 {brokenAt} 条记录起对不上，可能被改动过。请停止办理，立即报告管理员。
      </Typography>
    </Alert>
  );
}
