import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { Dossier } from '../../../contract/views.ts';
import { momentWords } from '../../words/moment-words.ts';
import { AnswerList } from '../review/AnswerList.tsx';
import { certificationAnswers } from '../review/certification-answers.ts';

/** How the person was identified: the decision in words, each attempt with its score beside the threshold. */
export function CertificationSection({ dossier }: { dossier: Dossier }) {
  const { consent, certification } = dossier;
  const { attempts } = certification;
  return (
    <>
      <AnswerList answers={certificationAnswers(consent, certification)} />
      {attempts.length > 0 && (
        <Box sx={{ mt: 2 }}>
          <Typography variant="h3" component="h2">
            人脸比对
          </Typography>
          <Table size="small" aria-label="人脸比对记录" sx={{ maxWidth: 760 }}>
            <TableHead>
              <TableRow>
                {['时间', '相似度', '要求不低于', '结果', '用了几帧'].map((title) => (
                  <TableCell key={title}>{title}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {attempts.map((attempt) => (
                <TableRow key={attempt.at}>
                  <TableCell>{momentWords(attempt.at)}</TableCell>
                  <TableCell>{attempt.score.toFixed(3)}</TableCell>
                  <TableCell>{attempt.threshold.toFixed(3)}</TableCell>
                  <TableCell>{attempt.accepted ? '通过' : '没有通过'}</TableCell>
                  <TableCell>{attempt.frames}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
          {attempts.at(-1) && (
            <Typography variant="caption" component="p" color="textSecondary" sx={{ mt: 1 }}>
              模型 {attempts.at(-1)?.model.name}，校验码 {attempts.at(-1)?.model.digest.slice(0, 16)}
            </Typography>
          )}
        </Box>
      )}
      <Typography color="textSecondary" sx={{ mt: 2 }}>
        人脸照片和特征只留在采集的那台电脑上，这里只有结果。
      </Typography>
      <details>
        <Box component="summary" sx={{ minHeight: 44, cursor: 'pointer', py: 1 }}>
          征求同意时屏幕上的文字（版本 {consent.textVersion}）
        </Box>
        <Typography sx={{ whiteSpace: 'pre-wrap' }}>{consent.text}</Typography>
      </details>
    </>
  );
}
