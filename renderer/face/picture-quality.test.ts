import { describe, expect, it } from 'vitest';
import { pictureQuality } from './picture-quality.ts';

const SIDE = 32;
const grey = (level: (x: number, y: number) => number) =>
  Uint8ClampedArray.from({ length: SIDE * SIDE * 4 }, (_, i) =>
    i % 4 === 3 ? 255 : level((i >> 2) % SIDE, Math.floor((i >> 2) / SIDE)),
  );
const of = (level: (x: number, y: number) => number) => pictureQuality(grey(level), SIDE, SIDE);

describe('pictureQuality', () => {
  it('measures brightness, contrast and burnt-out area', () => {
    const half = of((x) => (x < SIDE / 2 ? 0 : 255));
    expect(half.luma).toBeCloseTo(127.5, 3);
    expect(half.contrast).toBeCloseTo(127.5, 3);
    expect(half.burnt).toBe(0.5);
  });

  it('calls stripes sharper than the same stripes smeared, at any contrast', () => {
    const sharp = of((x) => (x % 4 < 2 ? 60 : 180)).sharpness;
    const faint = of((x) => (x % 4 < 2 ? 110 : 130)).sharpness;
    const smeared = of((x) => 120 + 60 * Math.sin(x / 5)).sharpness;
    expect(sharp).toBeGreaterThan(20 * smeared);
    expect(faint).toBeGreaterThan(20 * smeared);
  });

  it('gives a flat picture no sharpness', () => {
    expect(of(() => 128).sharpness).toBe(0);
  });

  it('weighs the colours as the eye does', () => {
    const green = new Uint8ClampedArray(SIDE * SIDE * 4).map((_, i) => (i % 4 === 1 ? 200 : 0));
    expect(pictureQuality(green, SIDE, SIDE).luma).toBeCloseTo(117.4, 1);
  });
});
