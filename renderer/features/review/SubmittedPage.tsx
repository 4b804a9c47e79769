import CheckCircle from '@mui/icons-material/CheckCircle';
import FolderSharedOutlined from '@mui/icons-material/FolderSharedOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';
import type { CaseSummary, DueDate } from '../../../contract/views.ts';
import { useToday } from '../../session/status.ts';
import { ReceiptPanel } from '../dossier/ReceiptPanel.tsx';
import { NewApplication } from '../home/NewApplication.tsx';
import { acceptWords } from './accept-by.ts';

/** After submitting: the code to keep, when the answer comes, the receipt, and what to do next. */
export function SubmittedPage({ summary, acceptBy }: { summary: CaseSummary; acceptBy: DueDate }) {
  const today = useToday();
  return (
    <Box
      component="section"
      aria-label="提交成功"
      sx={{ width: '100%', maxWidth: 960, mx: 'auto', px: 3, py: 3, display: 'grid', gap: 2 }}
    >
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', color: 'success.main' }}>
        <CheckCircle fontSize="large" />
        <Typography variant="h1" component="h2">
          {summary.applicantName}的申请已提交
        </Typography>
      </Box>
      <Box role="group" aria-label="编号">
        <Typography color="textSecondary">编号，查进度时要用</Typography>
        <Typography sx={{ fontSize: '2.5rem', fontWeight: 600, lineHeight: 1.3, overflowWrap: 'anywhere' }}>
          {summary.caseCode}
        </Typography>
      </Box>
      <Typography sx={{ fontSize: '1.5rem' }}>{acceptWords(acceptBy, today)}</Typography>
      <ReceiptPanel caseId={summary.id}>
        <Button
          component={Link}
          to={`/cases/${summary.id}`}
          replace
          state={{ purpose: 'handling' }}
          variant="outlined"
          startIcon={<FolderSharedOutlined />}
        >
          看档案
        </Button>
        <NewApplication label="办下一位" />
      </ReceiptPanel>
    </Box>
  );
}
