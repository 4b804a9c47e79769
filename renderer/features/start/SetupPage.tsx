import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { OutputOf } from '../../../contract/commands.ts';
import { Role } from '../../../domain/log/event-envelope.ts';
import { useCoreCommand } from '../../core-query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PlainFrame } from '../../ui/PlainFrame.tsx';
import { roleNames } from '../../words/role-names.ts';

export type DemoAccounts = OutputOf<'setup.loadDemo'>['accounts'];

/** First run: fictional data to try the program with, or accounts of the district. */
export function SetupPage({
  onLoaded,
  onSkip,
}: {
  onLoaded: (accounts: DemoAccounts) => void;
  onSkip: () => void;
}) {
  const demo = useCoreCommand('setup.loadDemo');
  const load = async (): Promise<void> => {
    const answer = await demo.run({});
    if (answer) onLoaded(answer.output.accounts);
  };
  return (
    <PlainFrame title="第一次使用">
      <Typography>区里还没有任何账号。您可以先用演示数据试一试。</Typography>
      <Alert severity="warning">
        演示数据里的人和账号全是虚构的，只用来练习。正式办理前请让管理员建好真实账号。
      </Alert>
      <ErrorNotice failure={demo.failure} />
      <Button variant="contained" size="large" disabled={demo.pending} onClick={() => void load()}>
        {demo.pending ? '正在载入…' : '载入虚构的演示数据'}
      </Button>
      <Button variant="outlined" size="large" onClick={onSkip}>
        不用，我有账号
      </Button>
    </PlainFrame>
  );
}

/** The fictional accounts with their passwords: shown this once. */
export function DemoAccountsPage({ accounts, onDone }: { accounts: DemoAccounts; onDone: () => void }) {
  return (
    <PlainFrame title="演示账号（虚构）" width={820}>
      <Alert severity="warning">这些账号和密码只显示这一次，请先抄下来。它们全是虚构的。</Alert>
      <Table size="small" aria-label="演示账号">
        <TableHead>
          <TableRow>
            <TableCell>用户名</TableCell>
            <TableCell>密码</TableCell>
            <TableCell>姓名</TableCell>
            <TableCell>岗位</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {accounts.map(({ username, password, displayName, role }) => (
            <TableRow key={username}>
              <TableCell>
                <code>{username}</code>
              </TableCell>
              <TableCell>
                <code>{password}</code>
              </TableCell>
              <TableCell>{displayName}</TableCell>
              <TableCell>{roleWords(role)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Button variant="contained" size="large" onClick={onDone} autoFocus>
        抄好了，去登录
      </Button>
    </PlainFrame>
  );
}

function roleWords(role: string): string {
  const known = Role.safeParse(role);
  return known.success ? roleNames[known.data] : role;
}
