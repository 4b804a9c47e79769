import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCoreCommand } from '../../core-query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PlainForm } from '../../ui/PlainForm.tsx';
import { PlainFrame } from '../../ui/PlainFrame.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useToast } from '../../ui/Toast.tsx';

/** Works without network after the first login on this computer. */
export function LoginPage() {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const login = useCoreCommand('session.login');
  const queries = useQueryClient();
  const toast = useToast();
  const submit = async (): Promise<void> => {
    if (!username.trim() || !password) return;
    const answer = await login.run({ username: username.trim(), password });
    if (!answer) return setPassword('');
    if (answer.output.offline)
      toast({ text: '现在没有联网，办理的内容先存在本机，联网后自动上传。', severity: 'info' });
    await queries.invalidateQueries();
  };
  return (
    <PlainFrame title="登录">
      <PlainForm label="登录" onSubmit={() => void submit()}>
        <TextInput
          label="用户名"
          value={username}
          onChange={setUsername}
          autoComplete="username"
          autoFocus
          maxLength={40}
        />
        <TextInput
          label="密码"
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          maxLength={200}
        />
        <ErrorNotice failure={login.failure} />
        <Button type="submit" variant="contained" size="large" disabled={login.pending}>
          {login.pending ? '正在登录…' : '登录'}
        </Button>
      </PlainForm>
      <Button component={Link} to="/progress" variant="text">
        居民查询办理进度
      </Button>
      <Button component={Link} to="/guide" variant="text">
        政策和办事指南
      </Button>
    </PlainFrame>
  );
}
