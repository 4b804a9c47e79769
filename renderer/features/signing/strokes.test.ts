import type { PointGroup } from 'signature_pad';
import { describe, expect, it } from 'vitest';
import { Strokes } from '../../../domain/application/evidence.ts';
import { isTooLittle, strokesOf } from './strokes.ts';

const group = (points: [number, number, number, number][]): PointGroup => ({
  ...{
    dotSize: 0,
    minWidth: 1,
    maxWidth: 3,
    penColor: 'black',
    velocityFilterWeight: 0.7,
    compositeOperation: 'source-over',
  },
  points: points.map(([x, y, time, pressure]) => ({ x, y, time, pressure })),
});
const size = { width: 600, height: 300 };

describe('strokesOf', () => {
  it('tells places as shares of the pad and times from the first touch', () => {
    const strokes = strokesOf([group([[60, 30, 1000, 0.5]]), group([[300, 150, 1800, 0]])], size);
    expect(strokes).toEqual([[{ x: 0.1, y: 0.1, t: 0, p: 0.5 }], [{ x: 0.5, y: 0.5, t: 800, p: 0 }]]);
    expect(Strokes.safeParse(strokes).success).toBe(true);
  });
  it('keeps what runs over the edge at the edge', () => {
    expect(strokesOf([group([[-5, 400, 0, 1.4]])], size)[0]?.[0]).toEqual({ x: 0, y: 1, t: 0, p: 1 });
  });
});

describe('isTooLittle', () => {
  const line = (to: number) =>
    strokesOf([group([0, 1, 2, 3, 4, 5].map((i) => [100 + (to * i) / 5, 100, i * 16, 0.5]))], size);
  it('refuses nothing, a tap and a dot, takes a stroke', () => {
    expect(isTooLittle([])).toBe(true);
    expect(isTooLittle(strokesOf([group([[10, 10, 0, 0.5]])], size))).toBe(true);
    expect(isTooLittle(line(6))).toBe(true);
    expect(isTooLittle(line(60))).toBe(false);
  });
});
