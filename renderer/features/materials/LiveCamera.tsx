import CameraAlt from '@mui/icons-material/CameraAlt';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useEffect, useEffectEvent } from 'react';
import type { PageEngine } from '../../capture/page-engine.ts';
import { stillOf } from '../../capture/still.ts';
import { CAMERA_REMEDIES } from '../../face/camera-watch.ts';
import { Outline } from './CornerEditor.tsx';
import { useDocumentCamera } from './use-document-camera.ts';

interface Props {
  engine: PageEngine;
  /** How many pages were taken since the dialog opened. */
  taken: number;
  onStill: (still: ImageBitmap) => void;
  onDone: () => void;
}

/** The live picture with the page's outline; Space or the button takes it. */
export function LiveCamera({ engine, taken, onStill, onDone }: Props) {
  const camera = useDocumentCamera(engine);
  const { video, state, seen } = camera;
  const ready = state === 'ok';
  const shoot = async (): Promise<void> => {
    if (ready && video.current) onStill(await stillOf(video.current));
  };
  useSpace(() => void shoot());
  const remedy = ready || state === 'starting' ? null : CAMERA_REMEDIES[state];
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1, height: '100%' }}>
      <Box
        sx={{
          flex: 1,
          minHeight: 0,
          position: 'relative',
          bgcolor: '#2b2520',
          borderRadius: 1,
          overflow: 'hidden',
        }}
      >
        <Box
          component="video"
          ref={video}
          muted
          playsInline
          aria-label="摄像头画面"
          sx={{
            position: 'absolute',
            inset: 0,
            width: '100%',
            height: '100%',
            objectFit: 'contain',
            visibility: ready ? 'visible' : 'hidden',
          }}
        />
        {seen && <Outline {...seen} />}
      </Box>
      {remedy && (
        <Alert severity="warning" variant="outlined" action={<Button onClick={camera.retry}>重试</Button>}>
          {remedy}
        </Alert>
      )}
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
        <Typography role="status" aria-label="找纸边" sx={{ flex: 1 }}>
          {ready
            ? seen
              ? '找到纸边，可以拍了'
              : '还没找到纸边，请把纸平放在深色桌面上'
            : remedy
              ? ''
              : '正在打开摄像头…'}
        </Typography>
        {camera.cameras.length > 1 && (
          <TextField
            select
            label="摄像头"
            value={camera.deviceId ?? camera.cameras[0]?.deviceId ?? ''}
            onChange={(event) => camera.choose(event.target.value)}
            sx={{ minWidth: 220 }}
          >
            {camera.cameras.map(({ deviceId, label }, i) => (
              <MenuItem key={deviceId} value={deviceId}>
                {label || `第 ${i + 1} 个摄像头`}
              </MenuItem>
            ))}
          </TextField>
        )}
        <Button variant="outlined" sx={{ minHeight: 56 }} onClick={onDone}>
          {taken > 0 ? `拍完了（${taken} 页）` : '不拍了'}
        </Button>
        <Button
          key={ready ? 'ready' : 'wait'}
          autoFocus
          variant="contained"
          size="large"
          startIcon={<CameraAlt />}
          disabled={!ready}
          onClick={() => void shoot()}
          aria-keyshortcuts="Space"
          sx={{ minHeight: 56, minWidth: 200 }}
        >
          拍下（空格）
        </Button>
      </Box>
    </Box>
  );
}

/** Space anywhere in the dialog; on a button it presses that button anyway. */
function useSpace(run: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.code !== 'Space' || event.repeat) return;
    if (
      event.target instanceof Element &&
      event.target.closest('button, input, [role="combobox"], [role="option"]')
    )
      return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
