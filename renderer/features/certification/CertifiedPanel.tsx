import CheckCircle from '@mui/icons-material/CheckCircle';
import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { Certification } from '../../../domain/application/evidence.ts';
import { manualReasonNames } from './face-evidence.ts';

interface Props {
  certification: Certification;
  onAgain: () => void;
}

const moment = (instant: string): string =>
  new Date(instant).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });

/** What is on record: how, when, and the figures small for the clerk. */
export function CertifiedPanel({ certification, onAgain }: Props) {
  const { accepted, method, attempts, manualReason, note, at } = certification;
  const words = accepted
    ? method === 'face'
      ? '人脸核对一致'
      : '人工核验通过'
    : '人工核验没有通过，不能提交';
  return (
    <Box
      component="section"
      aria-label="核验结果"
      sx={{
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        p: 2,
        bgcolor: 'background.paper',
        display: 'grid',
        gap: 1,
      }}
    >
      <Box role="status" sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        {accepted ? (
          <CheckCircle sx={{ color: 'success.main' }} />
        ) : (
          <ErrorOutlined sx={{ color: 'error.main' }} />
        )}
        <Typography variant="h2" component="p">
          {words}
        </Typography>
      </Box>
      <Typography>时间：{moment(at)}</Typography>
      {manualReason && (
        <Typography>
          人工核验的原因：{manualReasonNames[manualReason]}
          {note && `。${note}`}
        </Typography>
      )}
      {attempts.map((attempt) => (
        <Typography key={attempt.at} variant="caption" color="text.secondary">
          {attempt.accepted ? '一致' : '没有对上'}：相似度 {attempt.score.toFixed(3)}，要求{' '}
          {attempt.threshold.toFixed(3)}，{attempt.frames} 帧， 模型 {attempt.model.name}（
          {attempt.model.digest.slice(0, 12)}，{attempt.model.preprocessing}）
        </Typography>
      ))}
      <div>
        <Button variant="outlined" onClick={onAgain}>
          重新核验
        </Button>
      </div>
    </Box>
  );
}
