import AccountCircleOutlined from '@mui/icons-material/AccountCircleOutlined';
import EventAvailableOutlined from '@mui/icons-material/EventAvailableOutlined';
import LogoutOutlined from '@mui/icons-material/LogoutOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Account } from '../../contract/views.ts';
import { call } from '../client.ts';
import { useDisplaySettings } from '../display-settings.tsx';
import type { Contrast, TextSize } from '../theme.ts';
import { roleNames } from '../words/role-names.ts';
import { BigChoice, type Choice } from './BigChoice.tsx';

const sizes: Choice<TextSize>[] = [
  { value: 'standard', label: '标准' },
  { value: 'large', label: '大' },
  { value: 'largest', label: '特大' },
];
const contrasts: Choice<Contrast>[] = [
  { value: 'standard', label: '普通' },
  { value: 'high', label: '高对比' },
];

/** Who is logged in; text size, contrast, log out. */
export function AccountMenu({ account }: { account: Account }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { textSize, setTextSize, contrast, setContrast } = useDisplaySettings();
  const logOut = useLogOut();
  return (
    <>
      <Button
        color="inherit"
        startIcon={<AccountCircleOutlined />}
        onClick={(event) => setAnchor(event.currentTarget)}
        aria-haspopup="dialog"
        aria-label={`账号：${account.displayName}`}
      >
        {account.displayName}
      </Button>
      <Popover
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': '账号和显示', elevation: 4 } }}
      >
        <Box sx={{ p: 2, display: 'grid', gap: 2 }}>
          <Typography color="textSecondary">
            {account.areaName} · {roleNames[account.role]}
          </Typography>
          <BigChoice label="文字大小" choices={sizes} value={textSize} onChange={setTextSize} />
          <BigChoice label="颜色" choices={contrasts} value={contrast} onChange={setContrast} />
          <Button
            component={Link}
            to="/calendar"
            variant="outlined"
            startIcon={<EventAvailableOutlined />}
            onClick={() => setAnchor(null)}
          >
            工作日历
          </Button>
          <Button variant="outlined" startIcon={<LogoutOutlined />} onClick={() => void logOut()}>
            退出登录
          </Button>
        </Box>
      </Popover>
    </>
  );
}

/** Loads the page anew, so that nothing of the residents stays in its memory. */
function useLogOut(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await call('session.logout', {});
    queries.clear();
    window.location.hash = '#/';
    window.location.reload();
  };
}
