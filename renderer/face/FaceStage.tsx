import Box from '@mui/material/Box';
import type { RefObject } from 'react';

interface Props {
  readonly video: RefObject<HTMLVideoElement | null>;
  /** 0…1, the ring around the oval */
  readonly progress: number;
  /** show the picture; otherwise only the oval */
  readonly live: boolean;
  readonly good: boolean;
}

const OVAL = { cx: 80, cy: 60, rx: 34, ry: 45 };
/** The same oval as a path, because an ellipse's stroke begins on the right and the ring closes from the top. */
const RING = 'M80 15 A34 45 0 0 1 80 105 A34 45 0 0 1 80 15';

/** The mirrored picture with the oval to put one's face in and the ring that closes as frames are collected. */
export function FaceStage({ video, progress, live, good }: Props) {
  return (
    <Box
      sx={{
        position: 'relative',
        width: '100%',
        maxWidth: 720,
        mx: 'auto',
        aspectRatio: '4 / 3',
        borderRadius: 1,
        overflow: 'hidden',
        bgcolor: 'grey.900',
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
          objectFit: 'cover',
          transform: 'scaleX(-1)',
          visibility: live ? 'visible' : 'hidden',
        }}
      />
      <Box
        component="svg"
        viewBox="0 0 160 120"
        role="progressbar"
        aria-label="拍摄进度"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(progress * 100)}
        sx={{ position: 'absolute', inset: 0, width: '100%', height: '100%' }}
      >
        <mask id="face-oval">
          <rect width="160" height="120" fill="#fff" />
          <ellipse {...OVAL} fill="#000" />
        </mask>
        <rect width="160" height="120" fill="#000" opacity={live ? 0.45 : 0} mask="url(#face-oval)" />
        <ellipse
          {...OVAL}
          fill="none"
          stroke="#fff"
          strokeWidth="1.2"
          strokeDasharray={good ? 'none' : '3 2'}
        />
        <Box
          component="path"
          d={RING}
          fill="none"
          pathLength={100}
          strokeDasharray={`${progress * 100} 100`}
          sx={{ stroke: (theme) => theme.palette.success.light, strokeWidth: progress > 0 ? 3 : 0 }}
        />
      </Box>
    </Box>
  );
}
