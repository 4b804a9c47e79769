import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { area, isConvex, moveCorner, orderCorners, touchesBorder, wholePicture, type Quad } from './quad.ts';

const size = { width: 400, height: 300 };
const page: Quad = [
  { x: 50, y: 40 },
  { x: 350, y: 60 },
  { x: 340, y: 260 },
  { x: 60, y: 250 },
];

describe('orderCorners', () => {
  it('begins top left and goes clockwise, however the corners come', () => {
    const [a, b, c, d] = page;
    for (const mixed of [
      [c, d, a, b],
      [b, a, d, c],
      [d, b, a, c],
    ] as unknown as Quad[])
      expect(orderCorners(mixed)).toEqual(page);
  });
});

describe('moveCorner', () => {
  it('never leaves the picture, never folds, whatever is dragged where', () => {
    const place = fc.record({
      x: fc.integer({ min: -500, max: 900 }),
      y: fc.integer({ min: -500, max: 900 }),
    });
    const moves = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), place), { maxLength: 12 });
    fc.assert(
      fc.property(moves, (list) => {
        const quad = list.reduce<Quad>((q, [i, to]) => moveCorner(q, i, to, size), page);
        const inside = quad.every(({ x, y }) => x >= 0 && y >= 0 && x <= 399 && y <= 299);
        return inside && isConvex(quad) && area(quad) > 0;
      }),
    );
  });
  it('moves the corner', () => {
    expect(moveCorner(page, 0, { x: 10, y: 12 }, size)[0]).toEqual({ x: 10, y: 12 });
  });
});

describe('touchesBorder', () => {
  it('tells a page cut off by the picture from one inside', () => {
    expect(touchesBorder(page, size)).toBe(false);
    expect(touchesBorder(wholePicture(size), size)).toBe(true);
  });
});
