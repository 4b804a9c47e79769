import AccountCircleOutlined from '@mui/icons-material/AccountCircleOutlined';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import ListSubheader from '@mui/material/ListSubheader';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Account } from '../../contract/views.ts';
import { call } from '../client.ts';
import { useDisplaySettings } from '../display-settings.tsx';
import { roleNames } from '../words/role-names.ts';

const sizes = [
  ['standard', '标准'],
  ['large', '大'],
  ['largest', '特大'],
] as const;

/** Who is logged in; text size, contrast, log out. */
export function AccountMenu({ account }: { account: Account }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { textSize, setTextSize, contrast, setContrast } = useDisplaySettings();
  const queries = useQueryClient();
  const close = (): void => setAnchor(null);
  const logOut = async (): Promise<void> => {
    close();
    await call('session.logout', {});
    // Nothing of the residents stays in the page's memory.
    queries.clear();
    window.location.hash = '#/';
    window.location.reload();
  };
  return (
    <>
      <Button
        color="inherit"
        startIcon={<AccountCircleOutlined />}
        onClick={(event) => setAnchor(event.currentTarget)}
        aria-haspopup="menu"
        aria-label={`账号：${account.displayName}`}
      >
        {account.displayName}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        <ListSubheader>
          {account.areaName} · {roleNames[account.role]}
        </ListSubheader>
        <Divider />
        <ListSubheader>文字大小</ListSubheader>
        {sizes.map(([value, label]) => (
          <MenuItem
            key={value}
            role="menuitemradio"
            aria-checked={textSize === value}
            selected={textSize === value}
            onClick={() => setTextSize(value)}
          >
            {label}
          </MenuItem>
        ))}
        <Divider />
        <MenuItem
          role="menuitemcheckbox"
          aria-checked={contrast === 'high'}
          selected={contrast === 'high'}
          onClick={() => setContrast(contrast === 'high' ? 'standard' : 'high')}
        >
          高对比度
        </MenuItem>
        <Divider />
        <MenuItem onClick={() => void logOut()}>退出登录</MenuItem>
      </Menu>
    </>
  );
}
