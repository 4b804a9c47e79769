import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import SyncOutlined from '@mui/icons-material/SyncOutlined';
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';

export type SaveState =
  { kind: 'saved'; at: string | null } | { kind: 'saving' } | { kind: 'failed'; words: string };

const clock = (instant: string): string =>
  new Date(instant).toLocaleTimeString('zh-CN', {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: 'Asia/Shanghai',
  });

/** 已自动保存 10:32: there is no save button, so this says that nothing is lost. Takes the colour of where it stands. */
export function SaveMark({ state }: { state: SaveState }) {
  const [icon, words] =
    state.kind === 'saved'
      ? [<CheckCircleOutlined key="i" />, state.at ? `已自动保存 ${clock(state.at)}` : '填写后自动保存']
      : state.kind === 'saving'
        ? [<SyncOutlined key="i" />, '正在保存…']
        : [<WarningAmberOutlined key="i" />, `还没保存：${state.words}`];
  return (
    <Box role="status" aria-label="保存情况" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}>
      {icon}
      <span>{words}</span>
    </Box>
  );
}
