import { describe, expect, it } from 'vitest';
import { greyOf } from './picture.ts';
import { distance, mapQuad, type Point, type Quad } from './quad.ts';
import { refineQuad } from './refine-quad.ts';
import { noisy, pageOnTable } from './testing/paint.ts';

const truth: Quad = [
  { x: 150.4, y: 60.7 },
  { x: 452.2, y: 88.1 },
  { x: 430.6, y: 401.3 },
  { x: 118.9, y: 380.2 },
];
const worst = (quad: Quad) => Math.max(...quad.map((p, i) => distance(p, truth[i] as Point)));
const off = (by: number): Quad =>
  mapQuad(truth, ({ x, y }, i) => ({ x: x + (i % 2 ? by : -by), y: y + (i < 2 ? by : -by / 2) }));

describe('refineQuad', () => {
  it.each([
    [6, 225, 60, 0],
    [10, 225, 60, 6],
    [10, 200, 150, 4],
    [8, 90, 200, 3],
  ])('takes a quad %d px off to the true edges (paper %d, table %d, noise %d)', (by, paper, table, noise) => {
    const grey = greyOf(noisy(pageOnTable(560, 460, truth, paper, table), noise));
    expect(worst(off(by))).toBeGreaterThan(by);
    expect(worst(refineQuad(grey, off(by), 16))).toBeLessThan(1.2);
  });

  it('is not led astray by a line of writing beside the edge', () => {
    const picture = pageOnTable(560, 460, truth);
    // a ruled line 9 px inside the left edge, darker than the table, over half the page's height
    for (let y = 150; y < 300; y++) {
      const x = Math.round(150.4 + ((y - 60.7) / (380.2 - 60.7)) * (118.9 - 150.4)) + 9;
      picture.data.fill(0, (y * 560 + x) * 4, (y * 560 + x) * 4 + 3);
    }
    expect(worst(refineQuad(greyOf(picture), off(5), 14))).toBeLessThan(1.5);
  });

  it('leaves the quad alone where there is no edge', () => {
    const flat = greyOf(pageOnTable(560, 460, truth, 120, 120));
    expect(refineQuad(flat, off(6), 16)).toEqual(off(6));
  });
});
