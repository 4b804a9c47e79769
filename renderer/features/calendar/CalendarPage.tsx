import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { useCoreCommand, useCoreQuery } from '../../core-query.ts';
import { useCalendar } from '../../session/status.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { Facts } from '../records/Facts.tsx';
import { importedWords, serialWords } from './calendar-words.ts';

/** Which years of holidays are known, from where, and a newer list from a stick where there is no network. */
export function CalendarPage() {
  const status = useCoreQuery('calendar.status', {});
  return (
    <Page title="工作日历" maxWidth={880}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Typography>
          到期日按国务院公布的放假和调休来算。区里更新以后，联网会自己来；没有网可以从 U 盘导入。
        </Typography>
        <ErrorNotice failure={status.failure} onRetry={() => void status.refetch()} />
        {status.isPending && <Waiting />}
        {status.data && <Known {...status.data} />}
        <ImportFile onDone={() => void status.refetch()} />
      </Box>
    </Page>
  );
}

function Known({ years, serial }: { years: readonly number[]; serial: number }) {
  const calendar = useCalendar();
  const next = (years.at(-1) ?? 0) + 1;
  return (
    <Paper variant="outlined" component="section" aria-label="现在用的" sx={{ p: 2 }}>
      <Typography variant="h3" component="h2" sx={{ mb: 1 }}>
        现在用的
      </Typography>
      <Facts
        facts={[
          ['从哪里来', serialWords(serial)],
          ...years.map((year) => {
            const days = calendar[String(year)];
            const words = `放假 ${String(days?.off.length ?? 0)} 天，调休上班 ${String(days?.work.length ?? 0)} 天`;
            return [`${String(year)} 年`, words] as const;
          }),
          [`${String(next)} 年`, '还没有公布。落在这一年的到期日先不算，公布以后自动补上。'],
        ]}
      />
    </Paper>
  );
}

/** Only what the district signed is taken; whatever is refused leaves the one in use as it is. */
function ImportFile({ onDone }: { onDone: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const { run, pending, failure, result } = useImport(onDone);
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label="从文件导入"
      sx={{ p: 2, display: 'grid', gap: 1 }}
    >
      <Typography variant="h3" component="h2">
        从文件导入
      </Typography>
      <Typography>选区民政局发的日历文件（.json）。文件带区里的签名，改过的不会采用。</Typography>
      <Box>
        <Button
          variant="contained"
          startIcon={<UploadFileOutlined />}
          disabled={pending}
          onClick={() => input.current?.click()}
        >
          {pending ? '正在导入…' : '选日历文件'}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label="选择日历文件"
          accept=".json,application/json"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) void run(file);
          }}
        />
      </Box>
      {result && (
        <Alert severity="success" variant="outlined">
          {result}
        </Alert>
      )}
      <ErrorNotice failure={failure} />
    </Paper>
  );
}

function useImport(onDone: () => void) {
  const command = useCoreCommand('calendar.import');
  const [result, setResult] = useState<string | null>(null);
  const run = async (file: File): Promise<void> => {
    setResult(null);
    const answer = await command.run({}, new Uint8Array(await file.arrayBuffer()));
    if (!answer) return;
    setResult(importedWords(answer.output));
    onDone();
  };
  return { run, pending: command.pending, failure: command.failure, result };
}
