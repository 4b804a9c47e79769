import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import type { Progress } from '../../../contract/views.ts';
import { useCoreCommand } from '../../core-query.ts';
import { failureText } from '../../failure-text.ts';
import { useKnownStatus } from '../../session/status.ts';
import { PlainForm } from '../../ui/PlainForm.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { ProgressView } from './ProgressView.tsx';

/** An answer left on a public screen is taken away after this long without a touch, ms. */
const idleMs = 120_000;

/** The resident's own view: code and last four of the ID number in, steps and what happens next out. */
export function ProgressPage() {
  const { today, account, mode } = useKnownStatus();
  const ask = useCoreCommand('case.progress');
  const [caseCode, setCaseCode] = useState('');
  const [idLast4, setIdLast4] = useState('');
  const [progress, setProgress] = useState<Progress | null>(null);
  const clear = (): void => {
    setProgress(null);
    setCaseCode('');
    setIdLast4('');
    ask.reset();
  };
  useEffect(() => {
    document.title = '办理进度 · 暖窗';
  }, []);
  useIdle(clear, account === null && progress !== null);
  const look = async (): Promise<void> => {
    const answer = await ask.run({ caseCode: caseCode.trim(), idLast4: idLast4.trim() });
    if (answer) setProgress(answer.output.progress);
  };
  const ready = caseCode.trim() !== '' && idLast4.trim().length === 4;
  return (
    <Box sx={{ width: '100%', maxWidth: 900, mx: 'auto', p: account ? 3 : 0, ...largeText }}>
      {progress ? (
        <>
          <ProgressView progress={progress} today={today} titleAs={account ? 'h1' : 'h2'} />
          <Box sx={{ display: 'flex', gap: 2, mt: 3, '@media print': { display: 'none' } }}>
            <Button variant="outlined" onClick={clear} sx={{ minHeight: 60 }}>
              查另一件
            </Button>
            {mode !== 'kiosk' && (
              <Button variant="outlined" onClick={() => window.print()} sx={{ minHeight: 60 }}>
                打印
              </Button>
            )}
          </Box>
        </>
      ) : (
        <PlainForm label="查办理进度" onSubmit={() => ready && void look()}>
          {account && <Typography variant="h1">查办理进度</Typography>}
          <TextInput
            label="回执上的编号"
            value={caseCode}
            onChange={setCaseCode}
            maxLength={40}
            hint="像 JLP-001-20260310-K7QM03"
            autoFocus
          />
          <TextInput
            label="申请人证件号的后四位"
            value={idLast4}
            onChange={setIdLast4}
            maxLength={4}
            hint="最后一位是 X 的，也写 X"
          />
          {ask.failure && (
            <Alert severity="error" role="alert" variant="outlined">
              <Typography>{failureText(ask.failure).title}</Typography>
              <Typography>{failureText(ask.failure).doNow}</Typography>
            </Alert>
          )}
          <Button type="submit" variant="contained" disabled={!ready || ask.pending} sx={{ minHeight: 60 }}>
            查进度
          </Button>
        </PlainForm>
      )}
    </Box>
  );
}

/** At least 24 px everywhere: people read this standing and without glasses. */
const largeText = {
  fontSize: '1.5rem',
  '& .MuiTypography-root, & label, & .MuiInputBase-root, & .MuiFormHelperText-root, & .MuiButton-root': {
    fontSize: '1.5rem',
  },
  '& h1.MuiTypography-root, & h2.MuiTypography-root': { fontSize: '1.875rem' },
  '& .MuiInputBase-root': { minHeight: 60 },
};

function useIdle(run: () => void, active: boolean): void {
  useEffect(() => {
    if (!active) return;
    let timer = setTimeout(run, idleMs);
    const again = (): void => {
      clearTimeout(timer);
      timer = setTimeout(run, idleMs);
    };
    const signs = ['pointerdown', 'keydown', 'scroll'] as const;
    for (const sign of signs) window.addEventListener(sign, again);
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, again);
    };
    // `run` only empties this page; which one of its makings runs makes no difference.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- as said above.
  }, [active]);
}
