import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { NavLink, Outlet } from 'react-router';
import type { CommandName } from '../../contract/commands.ts';
import { mayCall } from '../session/may-call.ts';
import { useAccount, useKnownStatus } from '../session/status.ts';
import { modeNames } from '../words/role-names.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { ConnectionNotice, useConnected } from './ConnectionNotice.tsx';
import { ClockNotice } from './ClockNotice.tsx';
import { Logo } from './Logo.tsx';
import { SyncLight } from './SyncLight.tsx';

interface Place {
  to: string;
  label: string;
  /** Offered to whoever may ask this. */
  asks?: CommandName;
}

const places: readonly Place[] = [
  { to: '/', label: '首页' },
  { to: '/cases', label: '办件', asks: 'case.list' },
  { to: '/alerts', label: '预警', asks: 'alert.list' },
  { to: '/tickets', label: '诉求', asks: 'ticket.list' },
  { to: '/progress', label: '进度查询' },
  { to: '/guide', label: '指南' },
  { to: '/supervision', label: '监督', asks: 'supervision.report' },
];

/** The top bar and, below it, the page. */
export function AppFrame() {
  const status = useKnownStatus();
  const account = useAccount();
  const shown = places.filter(({ asks }) => !asks || mayCall(account.role, asks));
  // Without the core nobody knows what has been uploaded.
  const connected = useConnected();
  return (
    <Box sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column' }}>
      <Box
        component="header"
        sx={{
          display: 'flex',
          alignItems: 'center',
          columnGap: 2,
          flexWrap: 'wrap',
          px: 3,
          minHeight: 56,
          bgcolor: 'background.paper',
          borderBottom: 3,
          borderColor: 'primary.main',
        }}
      >
        <Box sx={{ color: 'primary.main', display: 'flex', alignItems: 'center', gap: 1 }}>
          <Logo />
          <Typography component="span" variant="h2" sx={{ color: 'inherit' }}>
            暖窗
          </Typography>
        </Box>
        <Typography component="span" color="textSecondary">
          {account.areaName} · {modeNames[status.mode]}
        </Typography>
        <Box component="nav" aria-label="主菜单" sx={{ display: 'flex', flexWrap: 'wrap', ml: 1 }}>
          {shown.map(({ to, label }) => (
            <Button
              key={to}
              component={NavLink}
              to={to}
              end={to === '/'}
              color="inherit"
              sx={{
                borderRadius: 1,
                px: 1.5,
                minWidth: 0,
                '&.active': { color: 'primary.dark', bgcolor: 'primary.light' },
              }}
            >
              {label}
            </Button>
          ))}
        </Box>
        <Box sx={{ ml: 'auto', display: 'flex', gap: 1 }}>
          {connected && <SyncLight sync={status.sync} />}
          <AccountMenu account={account} />
        </Box>
      </Box>
      <ConnectionNotice />
      <ClockNotice aheadMinutes={status.sync.clockAheadMinutes} />
      <Box component="main" sx={{ flex: 1, display: 'flex', flexDirection: 'column' }}>
        <Outlet />
      </Box>
    </Box>
  );
}
