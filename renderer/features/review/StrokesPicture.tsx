import Box from '@mui/material/Box';
import type { Strokes } from '../../../domain/application/evidence.ts';

/** A signature drawn from its strokes, as it was written on the pad. */
export function StrokesPicture({ strokes, label }: { strokes: Strokes; label: string }) {
  return (
    <Box
      component="svg"
      role="img"
      aria-label={label}
      viewBox="-10 -10 320 120"
      sx={{ height: 56, width: 150, bgcolor: '#fff', border: 1, borderColor: 'divider', borderRadius: 1 }}
    >
      {strokes.map((stroke, index) => (
        <polyline
          key={index}
          points={stroke.map(({ x, y }) => `${(x * 300).toFixed(1)},${(y * 100).toFixed(1)}`).join(' ')}
          fill="none"
          stroke="#1a1a1a"
          strokeWidth={3}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ))}
    </Box>
  );
}
