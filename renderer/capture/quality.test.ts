import { describe, expect, it } from 'vitest';
import { pageWarnings } from './quality.ts';
import { noisy, paint, smear, writing } from './testing/paint.ts';

const WIDTH = 707;
const HEIGHT = 1000;
const page = (paper = 225, ink = 40) => paint(WIDTH, HEIGHT, writing(paper, ink));
/** As a lens in focus draws it. */
const sharp = (paper = 225, ink = 40) => noisy(smear(page(paper, ink), 1, 1), 3);

describe('pageWarnings', () => {
  it('says nothing of a good page', () => {
    expect(pageWarnings(sharp(), false)).toEqual([]);
    expect(pageWarnings(sharp(170, 60), false)).toEqual([]);
  });
  it('says nothing of a scan that is white all over', () => {
    expect(pageWarnings(page(255, 0), false)).toEqual([]);
  });
  it('says nothing of a page lit from one side', () => {
    const lit = paint(WIDTH, HEIGHT, (u, v) => writing(225, 40)(u, v) * (0.6 + 0.4 * u));
    expect(pageWarnings(noisy(smear(lit, 1, 1), 3), false)).toEqual([]);
  });
  it('finds a dark page', () => {
    expect(pageWarnings(sharp(70, 15), false)).toEqual(['dark']);
  });
  it('finds a shut lens dark and blank', () => {
    expect(
      pageWarnings(
        noisy(
          paint(WIDTH, HEIGHT, () => 4),
          2,
        ),
        false,
      ),
    ).toEqual(['dark', 'blank']);
  });
  it.each([2, 3, 5])('finds a page out of focus (radius %d), noise or not', (radius) => {
    expect(pageWarnings(smear(page(), radius), false)).toEqual(['blurred']);
    expect(pageWarnings(noisy(smear(page(), radius), 4), false)).toEqual(['blurred']);
  });
  it('finds an empty page', () => {
    expect(
      pageWarnings(
        noisy(
          paint(WIDTH, HEIGHT, () => 225),
          4,
        ),
        false,
      ),
    ).toEqual(['blank']);
  });
  it('finds the spot of a lamp', () => {
    const spot = paint(WIDTH, HEIGHT, (u, v) =>
      Math.hypot(u - 0.5, v - 0.4) < 0.12 ? 255 : writing(200, 40)(u, v),
    );
    expect(pageWarnings(noisy(smear(spot, 1, 1), 3), false)).toEqual(['glare']);
  });
  it('takes white paper on a dark table for no spot', () => {
    const onTable = paint(WIDTH, HEIGHT, (u, v) =>
      u > 0.3 && u < 0.7 && v > 0.2 && v < 0.7 ? writing(255, 20)((u - 0.3) / 0.4, (v - 0.2) / 0.5) : 40,
    );
    expect(pageWarnings(noisy(smear(onTable, 1, 1), 3), false)).not.toContain('glare');
  });
  it('passes on what the corners told, and finds a page too small to read', () => {
    expect(pageWarnings(sharp(), true)).toEqual(['cutOff']);
    const small = smear(paint(300, 424, writing(225, 40)), 1, 1);
    expect(pageWarnings(small, false)).toContain('small');
  });
});
