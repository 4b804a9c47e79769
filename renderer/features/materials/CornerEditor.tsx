import Box from '@mui/material/Box';
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { moveCorner, type Point, type Quad } from '../../capture/quad.ts';

interface Props {
  /** Address of the picture. */
  url: string;
  width: number;
  height: number;
  quad: Quad;
  onChange: (quad: Quad) => void;
}

const names = ['左上角', '右上角', '右下角', '左下角'] as const;
const steps: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The still with four corners to drag by mouse or finger, or to move by arrow keys (Shift: faster). */
export function CornerEditor({ url, width, height, quad, onChange }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const size = { width, height };
  const drag = (index: number, event: PointerEvent): void => {
    const box = frame.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const x = ((event.clientX - box.left) / box.width) * width;
    const y = ((event.clientY - box.top) / box.height) * height;
    onChange(moveCorner(quad, index, { x, y }, size));
  };
  const nudge = (index: number, event: KeyboardEvent): void => {
    const step = steps[event.key];
    const from = quad[index];
    if (!step || !from) return;
    event.preventDefault();
    const far = (Math.max(width, height) / 500) * (event.shiftKey ? 10 : 1);
    onChange(moveCorner(quad, index, { x: from.x + step.x * far, y: from.y + step.y * far }, size));
  };
  return (
    <Box
      ref={frame}
      sx={{
        position: 'relative',
        lineHeight: 0,
        touchAction: 'none',
        // as large as the frame allows, whichever side is the longer one
        width: `min(100cqw, calc(100cqh * ${width / height}))`,
        aspectRatio: `${width} / ${height}`,
      }}
    >
      <Box
        component="img"
        src={url}
        alt="拍到的画面"
        draggable={false}
        sx={{ width: '100%', height: '100%', userSelect: 'none' }}
      />
      <Outline quad={quad} width={width} height={height} shade />
      {quad.map((point, index) => (
        <Box
          key={names[index]}
          component="button"
          type="button"
          aria-label={`${names[index]}，拖动或用方向键移动`}
          onPointerDown={(event: PointerEvent) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={(event: PointerEvent) => drag(index, event)}
          onKeyDown={(event: KeyboardEvent) => nudge(index, event)}
          sx={{
            position: 'absolute',
            left: `${(point.x / width) * 100}%`,
            top: `${(point.y / height) * 100}%`,
            width: 44,
            height: 44,
            m: '-22px',
            p: 0,
            border: 0,
            borderRadius: '50%',
            cursor: 'grab',
            bgcolor: 'transparent',
            touchAction: 'none',
            '&::after': {
              content: '""',
              display: 'block',
              width: 22,
              height: 22,
              m: '11px',
              borderRadius: '50%',
              border: '3px solid #fff',
              bgcolor: 'primary.main',
              boxShadow: '0 0 0 2px rgba(0,0,0,.6)',
            },
          }}
        />
      ))}
    </Box>
  );
}

interface OutlineProps {
  quad: Quad;
  width: number;
  height: number;
  /** Darken what is outside. */
  shade?: boolean;
}

/** The page's outline over a picture of this size. */
export function Outline({ quad, width, height, shade = false }: OutlineProps) {
  const path = `M${quad.map(({ x, y }) => `${x} ${y}`).join('L')}Z`;
  return (
    <Box
      component="svg"
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden
      sx={{ position: 'absolute', inset: 0, width: '100%', height: '100%', pointerEvents: 'none' }}
    >
      {shade && <path d={`M0 0H${width}V${height}H0Z${path}`} fillRule="evenodd" fill="rgba(0,0,0,.45)" />}
      <path
        d={path}
        fill="none"
        stroke="#000"
        strokeWidth={6}
        vectorEffect="non-scaling-stroke"
        opacity={0.5}
      />
      <Box
        component="path"
        d={path}
        fill="none"
        strokeWidth={3}
        vectorEffect="non-scaling-stroke"
        sx={{ stroke: '#ffb74d' }}
      />
    </Box>
  );
}
