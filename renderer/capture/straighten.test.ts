import { describe, expect, it } from 'vitest';
import { paint, crossesAt } from './testing/paint.ts';
import { pageSize, placeInPicture, straighten, turn } from './straighten.ts';
import { wholePicture, type Quad } from './quad.ts';

/** A page seen from the front and from the left: nothing is parallel. */
const tilted: Quad = [
  { x: 120, y: 40 },
  { x: 420, y: 90 },
  { x: 470, y: 430 },
  { x: 60, y: 390 },
];

describe('straighten', () => {
  it('lays the page flat: marks come out where they are on the page', () => {
    const page = straighten(crossesAt(560, 460, tilted), tilted);
    const dark = (u: number, v: number) => {
      const i = (Math.round(v * (page.height - 1)) * page.width + Math.round(u * (page.width - 1))) * 4;
      return (page.data[i] ?? 255) < 60;
    };
    for (const u of [0.25, 0.75]) for (const v of [0.25, 0.75]) expect(dark(u, v)).toBe(true);
    expect(dark(0.5, 0.5)).toBe(false);
    // paper up to its corners: nothing of the table (60) is left inside
    for (const u of [0.02, 0.98])
      for (const v of [0.02, 0.98]) {
        const i = (Math.round(v * page.height) * page.width + Math.round(u * page.width)) * 4;
        expect(page.data[i]).toBeGreaterThan(215);
      }
  });

  it('takes the corners of the square to the corners of the quad', () => {
    const places = [
      placeInPicture(tilted, 0, 0),
      placeInPicture(tilted, 1, 0),
      placeInPicture(tilted, 1, 1),
      placeInPicture(tilted, 0, 1),
    ];
    places.forEach((place, i) => {
      expect(place.x).toBeCloseTo(tilted[i]?.x ?? NaN, 6);
      expect(place.y).toBeCloseTo(tilted[i]?.y ?? NaN, 6);
    });
  });

  it('gives back the same pixels for the whole picture', () => {
    const picture = paint(40, 60, (u, v) => Math.round(u * 100 + v * 100));
    const same = straighten(picture, wholePicture(picture));
    expect([same.width, same.height]).toEqual([40, 60]);
    expect(same.data).toEqual(picture.data);
  });
});

describe('pageSize', () => {
  /** A page lying a little askew, so that it is no crop; sides as long as told within half a pixel. */
  const box = (width: number, height: number): Quad => [
    { x: 0, y: 0 },
    { x: width - 1, y: 1 },
    { x: width - 1, y: height - 1 },
    { x: 0, y: height - 1 },
  ];
  it('takes what is nearly A4 or a card to its shape, upright or lying', () => {
    expect(pageSize(box(700, 1000))).toEqual({ width: 707, height: 1000 });
    expect(pageSize(box(1000, 720))).toEqual({ width: 1000, height: 707 });
    expect(pageSize(box(800, 500))).toEqual({ width: 800, height: 504 });
  });
  it('leaves other shapes and keeps within the largest side', () => {
    expect(pageSize(box(900, 900))).toEqual({ width: 900, height: 900 });
    expect(pageSize(box(7000, 2000))).toEqual({ width: 2480, height: 709 });
    expect(pageSize(wholePicture({ width: 700, height: 1000 }))).toEqual({ width: 700, height: 1000 });
  });
});

describe('turn', () => {
  it('turns clockwise, and four times is none', () => {
    const picture = paint(3, 2, (u, v) => u * 2 + v * 10);
    const once = turn(picture, 1);
    expect([once.width, once.height]).toEqual([2, 3]);
    // bottom left comes to top left
    expect([once.data[0], once.data[4]]).toEqual([10, 0]);
    expect(turn(picture, 4).data).toEqual(picture.data);
    expect(turn(picture, -1).data).toEqual(turn(picture, 3).data);
  });
});
