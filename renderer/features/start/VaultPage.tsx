import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCoreCommand } from '../../core-query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PlainForm } from '../../ui/PlainForm.tsx';
import { PlainFrame } from '../../ui/PlainFrame.tsx';
import { TextInput } from '../../ui/TextInput.tsx';

/** Asked again once the vault is open. */
function useOpened(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['system.status'] });
}

/** First start: the passphrase that encrypts this computer's data. */
export function CreateVaultPage() {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [asked, setAsked] = useState(false);
  const create = useCoreCommand('vault.create');
  const opened = useOpened();
  const differs = passphrase !== again;
  const submit = async (): Promise<void> => {
    setAsked(true);
    if (differs || !passphrase) return;
    if (await create.run({ passphrase })) await opened();
  };
  return (
    <PlainFrame title="给这台电脑设一个口令">
      <Typography>
        居民的资料只加密存在这台电脑里，开机后要用口令打开。口令丢了，没有上传的资料就打不开，请写下来锁好。
      </Typography>
      <PlainForm label="设置口令" onSubmit={() => void submit()}>
        <TextInput
          label="口令"
          hint="例如一句只有本窗口知道的话"
          type="password"
          value={passphrase}
          onChange={setPassphrase}
          autoComplete="new-password"
          autoFocus
          maxLength={200}
          error={asked && !passphrase ? '请写一个口令' : null}
        />
        <TextInput
          label="再输一次口令"
          type="password"
          value={again}
          onChange={setAgain}
          autoComplete="new-password"
          maxLength={200}
          error={asked && differs ? '两次输入不一样' : null}
        />
        <ErrorNotice failure={create.failure} />
        <Button type="submit" variant="contained" size="large" disabled={create.pending}>
          {create.pending ? '正在加密…' : '设好口令，打开暖窗'}
        </Button>
      </PlainForm>
    </PlainFrame>
  );
}

/** Later starts: the passphrase opens the data. */
export function UnlockVaultPage() {
  const [passphrase, setPassphrase] = useState('');
  const unlock = useCoreCommand('vault.unlock');
  const opened = useOpened();
  const submit = async (): Promise<void> => {
    if (passphrase && (await unlock.run({ passphrase }))) await opened();
  };
  return (
    <PlainFrame title="请输入这台电脑的口令">
      <Typography>打开加密的资料以后才能登录。</Typography>
      <PlainForm label="打开资料" onSubmit={() => void submit()}>
        <TextInput
          label="口令"
          type="password"
          value={passphrase}
          onChange={setPassphrase}
          autoComplete="current-password"
          autoFocus
          maxLength={200}
        />
        <ErrorNotice failure={unlock.failure} />
        <Button type="submit" variant="contained" size="large" disabled={unlock.pending}>
          {unlock.pending ? '正在打开…' : '打开'}
        </Button>
      </PlainForm>
    </PlainFrame>
  );
}
