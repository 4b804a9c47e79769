import type { PointGroup } from 'signature_pad';
import type { Strokes } from '../../../domain/application/evidence.ts';

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/** Strokes as kept: 0…1 of the pad's width and height, ms since the first point, pressure 0…1. */
export function strokesOf(groups: readonly PointGroup[], size: { width: number; height: number }): Strokes {
  const start = groups[0]?.points[0]?.time ?? 0;
  return groups
    .filter(({ points }) => points.length > 0)
    .slice(0, 500)
    .map(({ points }) =>
      points.slice(0, 5000).map(({ x, y, time, pressure }) => ({
        x: round(clamp(x / size.width)),
        y: round(clamp(y / size.height)),
        t: Math.max(0, time - start),
        p: round(clamp(pressure)),
      })),
    );
}

/** A tap or a dot is no signature; the core refuses the same. */
export function isTooLittle(strokes: Strokes): boolean {
  const points = strokes.flat();
  const spread = (values: number[]): number => Math.max(...values) - Math.min(...values);
  return points.length < 5 || spread(points.map(({ x }) => x)) + spread(points.map(({ y }) => y)) < 0.02;
}
