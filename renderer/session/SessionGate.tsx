import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { useDisplaySettings } from '../display-settings.tsx';
import { LoginPage } from '../features/login/LoginPage.tsx';
import { DemoAccountsPage, SetupPage, type DemoAccounts } from '../features/start/SetupPage.tsx';
import { CreateVaultPage, UnlockVaultPage } from '../features/start/VaultPage.tsx';
import { AppFrame } from '../ui/AppFrame.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { PlainFrame } from '../ui/PlainFrame.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { useStatus } from './status.ts';

/** Pages for residents, with nobody logged in. */
const openPages = [
  { path: /^\/progress$/, title: '办理进度' },
  { path: /^\/guide(\/|$)/, title: '政策和办事指南' },
] as const;

/** What has to come first: the vault, the first set-up, the login. The address stays, so work goes on where it was. */
export function SessionGate() {
  const { data: status, failure, refetch } = useStatus();
  const [demo, setDemo] = useState<DemoAccounts | null>(null);
  const [skipped, setSkipped] = useState(false);
  const { setBaseText } = useDisplaySettings();
  const mode = status?.mode;
  useEffect(() => setBaseText(mode === 'field' ? 18 : 16), [mode, setBaseText]);
  const loaded = (accounts: DemoAccounts): void => {
    setDemo(accounts);
    setSkipped(true);
    void refetch();
  };
  const { pathname } = useLocation();
  const open = openPages.find(({ path }) => path.test(pathname));
  if (!status) {
    return (
      <PlainFrame title="正在打开">
        {failure ? (
          <ErrorNotice failure={failure} onRetry={() => void refetch()} />
        ) : (
          <Waiting words="正在连接…" />
        )}
      </PlainFrame>
    );
  }
  if (status.vault === 'missing') return <CreateVaultPage />;
  if (status.vault === 'locked') return <UnlockVaultPage />;
  if (demo) return <DemoAccountsPage accounts={demo} onDone={() => setDemo(null)} />;
  if (status.account) return <AppFrame />;
  if (status.setupNeeded && !skipped) return <SetupPage onLoaded={loaded} onSkip={() => setSkipped(true)} />;
  if (open) {
    return (
      <PlainFrame title={open.title} width={960}>
        <Outlet />
        <Button component={Link} to="/" variant="text">
          工作人员登录
        </Button>
      </PlainFrame>
    );
  }
  return <LoginPage />;
}
