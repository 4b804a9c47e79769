import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { NavLink, Outlet } from 'react-router';
import { useAccount, useKnownStatus } from '../session/status.ts';
import { modeNames } from '../words/role-names.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { ConnectionNotice, useConnected } from './ConnectionNotice.tsx';
import { ClockNotice } from './ClockNotice.tsx';
import { Logo } from './Logo.tsx';
import { SyncLight } from './SyncLight.tsx';

const places = [
  { to: '/', label: '首页' },
  { to: '/cases', label: '办件' },
  { to: '/alerts', label: '预警' },
  { to: '/tickets', label: '诉求' },
  { to: '/progress', label: '进度查询' },
] as const;

/** The top bar and, below it, the page. */
export function AppFrame() {
  const status = useKnownStatus();
  const account = useAccount();
  // Without the core nobody knows what has been uploaded.
  const connected = useConnected();
  return (
    <Box sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column' }}>
      <Box
        component="header"
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 2,
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
        <Box component="nav" aria-label="主菜单" sx={{ display: 'flex', gap: 0.5, ml: 2 }}>
          {places.map(({ to, label }) => (
            <Button
              key={to}
              component={NavLink}
              to={to}
              end={to === '/'}
              color="inherit"
              sx={{ borderRadius: 1, '&.active': { color: 'primary.dark', bgcolor: 'primary.light' } }}
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
