import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import type { FaceCapture } from './attempt.ts';
import { cameraRemedy, hintOf } from './attempt-view.ts';
import { FaceStage } from './FaceStage.tsx';
import { speak, stopSpeaking } from './speech.ts';
import { useFaceAttempt } from './use-face-attempt.ts';

export interface FacePanelProps {
  readonly idPhoto: Blob | null;
  /** the separate consent to face processing; null while not asked */
  readonly consent: 'granted' | 'declined' | null;
  /** as the core last said; 0 hands over to a person */
  readonly attemptsLeft: number;
  /** one attempt's yield; the core decides, the parent then changes attemptsLeft or leaves */
  onResult(capture: FaceCapture): void;
  onManual(): void;
  readonly deviceId?: string | undefined;
}

/** Why the face way is not open, or null when it is. */
function closedBecause({ idPhoto, consent, attemptsLeft }: FacePanelProps): string | null {
  if (consent === null) return '请先选择是否同意人脸核验。不同意也能照常办理，由工作人员人工核验。';
  if (consent === 'declined') return '您选择不用人脸核验，由工作人员人工核验，不影响办理。';
  if (!idPhoto) return '还没有证件照，没有照片可以比对。请先读身份证，或直接人工核验。';
  if (attemptsLeft <= 0) return '没有比对成功，请由工作人员人工核验，不影响办理。';
  return null;
}

/** Both ways stand side by side in one size: the face is never the only one. */
const wayButton = { flex: '1 1 0', minHeight: 56, minWidth: 160, fontSize: '1.125rem' } as const;

/**
 * Captures the face for one comparison with the ID photo, with the way to a person always beside it. Give it a
 * key per person, and keep `idPhoto` the same object between renders: another one starts the attempt anew.
 */
export function FacePanel(props: FacePanelProps) {
  // an attempt that ran out of time is a failure as well: nobody tries for ever
  const [timeouts, setTimeouts] = useState(0);
  const closed = closedBecause({ ...props, attemptsLeft: props.attemptsLeft - timeouts });
  if (closed) {
    return (
      <Box component="section" aria-label="人脸核验">
        <Alert severity="info" sx={{ mb: 2, fontSize: '1.125rem' }}>
          {closed}
        </Alert>
        <Box sx={{ display: 'flex' }}>
          <Button variant="contained" sx={wayButton} onClick={() => props.onManual()}>
            人工核验
          </Button>
        </Box>
      </Box>
    );
  }
  return <OpenPanel {...props} key={props.attemptsLeft} onTimedOut={() => setTimeouts((n) => n + 1)} />;
}

/** One attempt; a change of attemptsLeft mounts it afresh. */
function OpenPanel({ attemptsLeft, onManual, ...options }: FacePanelProps & { onTimedOut(): void }) {
  const { video, view, start, cancel } = useFaceAttempt(options);
  const [spoken, setSpoken] = useState(false);
  const running = view.run !== null;
  const remedy = cameraRemedy(view);
  const hint = hintOf(view, attemptsLeft);
  const canStart = view.outcome !== 'failed' && view.outcome !== 'sent' && !view.photoProblem;

  useEffect(() => {
    if (spoken) speak(remedy ?? hint);
    return stopSpeaking;
  }, [spoken, remedy, hint]);

  return (
    <Box component="section" aria-label="人脸核验">
      <FaceStage
        video={video}
        progress={view.progress}
        live={running && view.camera === 'ok'}
        good={view.verdict === 'ok'}
      />
      <Typography
        aria-live="polite"
        role="status"
        sx={{ my: 2, minHeight: '1.4em', textAlign: 'center', fontSize: '1.5rem', fontWeight: 600 }}
      >
        {hint}
      </Typography>
      {remedy && (
        <Alert severity="warning" sx={{ mb: 2, fontSize: '1.125rem' }}>
          {remedy}
        </Alert>
      )}
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        {canStart && (
          <Button
            variant={running ? 'outlined' : 'contained'}
            sx={wayButton}
            onClick={running && !remedy ? cancel : start}
          >
            {remedy ? '重试' : running ? '停止' : view.outcome === 'timedOut' ? '再试一次' : '开始'}
          </Button>
        )}
        <Button variant={running ? 'outlined' : 'contained'} sx={wayButton} onClick={() => onManual()}>
          人工核验
        </Button>
      </Box>
      <FormControlLabel
        sx={{ mt: 1, minHeight: 44 }}
        control={<Switch checked={spoken} onChange={(_, on) => setSpoken(on)} />}
        label="读出提示"
      />
      <Typography sx={{ color: 'text.secondary', fontSize: '1rem' }}>
        照片和人脸数据只留在这台电脑上，用来确认是您本人。
      </Typography>
    </Box>
  );
}
