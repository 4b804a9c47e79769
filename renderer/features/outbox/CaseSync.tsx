import CloudDoneOutlined from '@mui/icons-material/CloudDoneOutlined';
import CloudUploadOutlined from '@mui/icons-material/CloudUploadOutlined';
import ReportProblemOutlined from '@mui/icons-material/ReportProblemOutlined';
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import Box from '@mui/material/Box';
import type { SyncState } from '../../../contract/views.ts';

export const syncStateNames: Record<SyncState, string> = {
  local: '等待上传',
  sending: '正在上传',
  acknowledged: '区里已收到',
  attention: '需要处理',
};
const looks = {
  local: { icon: <ScheduleOutlined fontSize="small" />, color: 'text.secondary' },
  sending: { icon: <CloudUploadOutlined fontSize="small" />, color: 'info.main' },
  acknowledged: { icon: <CloudDoneOutlined fontSize="small" />, color: 'success.main' },
  attention: { icon: <ReportProblemOutlined fontSize="small" />, color: 'error.main' },
} as const;

/** Where a record or a whole case stands on its way to the district: icon, colour and word together. */
export function CaseSync({ state, words }: { state: SyncState; words?: string }) {
  const look = looks[state];
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', color: look.color, whiteSpace: 'nowrap' }}
    >
      {look.icon}
      <span>{words ?? syncStateNames[state]}</span>
    </Box>
  );
}
