import Box from '@mui/material/Box';
import type { Strokes } from '../../../domain/application/evidence.ts';

/** A signature drawn from its strokes: no picture has to be read for a list. */
export function SignaturePicture({ strokes, name }: { strokes: Strokes; name: string }) {
  return (
    <Box
      component="svg"
      viewBox="0 0 200 100"
      role="img"
      aria-label={`${name}的签字`}
      sx={{
        width: '100%',
        height: '100%',
        bgcolor: '#fff',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
      }}
    >
      {strokes.map((stroke, i) => (
        <polyline
          key={i}
          points={stroke.map(({ x, y }) => `${x * 200},${y * 100}`).join(' ')}
          fill="none"
          stroke="#111"
          strokeWidth={2}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ))}
    </Box>
  );
}
