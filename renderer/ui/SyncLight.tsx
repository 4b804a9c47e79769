import CloudDoneOutlined from '@mui/icons-material/CloudDoneOutlined';
import CloudUploadOutlined from '@mui/icons-material/CloudUploadOutlined';
import ReportProblemOutlined from '@mui/icons-material/ReportProblemOutlined';
import Button from '@mui/material/Button';
import { Link } from 'react-router';
import type { SyncSummary } from '../../contract/views.ts';
import { syncWords } from './sync-words.ts';

const icons = {
  ok: <CloudDoneOutlined />,
  waiting: <CloudUploadOutlined />,
  attention: <ReportProblemOutlined />,
};
const colours = { ok: 'success', waiting: 'warning', attention: 'error' } as const;

/** One place that says whether everything has reached the district; opens the outbox. */
export function SyncLight({ sync }: { sync: SyncSummary }) {
  const { level, words } = syncWords(sync);
  return (
    <Button
      component={Link}
      to="/outbox"
      startIcon={icons[level]}
      color={colours[level]}
      variant={level === 'attention' ? 'outlined' : 'text'}
      aria-label={`上传情况：${words}`}
    >
      {words}
    </Button>
  );
}
