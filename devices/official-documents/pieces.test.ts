import { describe, expect, it } from 'vitest';
import { kept, paginate, space, type Piece } from './pieces.ts';

const piece = (height: number, more: Partial<Piece> = {}): Piece => ({
  height,
  paint: () => undefined,
  ...more,
});
const heights = (pieces: Piece[], bottom = 100) =>
  paginate(pieces, 0, bottom).map((page) => page.map((placed) => [placed.top, placed.piece.height]));

describe('paginate', () => {
  it('turns the page when a strip has no room', () => {
    expect(heights([piece(60), piece(40), piece(1)])).toEqual([
      [
        [0, 60],
        [60, 40],
      ],
      [[0, 1]],
    ]);
  });
  it('keeps together what belongs together', () => {
    expect(heights([piece(60), ...kept([piece(30)]), piece(30)])).toEqual([
      [[0, 60]],
      [
        [0, 30],
        [30, 30],
      ],
    ]);
  });
  it('breaks even kept strips when no page could hold them', () => {
    expect(heights(kept([piece(60), piece(60)]))).toEqual([[[0, 60]], [[0, 60]]]);
  });
  it('repeats the heading of a table', () => {
    const header = piece(10);
    const row = piece(40, { header });
    expect(heights([header, row, row, row])).toEqual([
      [
        [0, 10],
        [10, 40],
        [50, 40],
      ],
      [
        [0, 10],
        [10, 40],
      ],
    ]);
  });
  it('begins no page with white space', () => {
    expect(heights([piece(100), space(20), piece(5)])).toEqual([[[0, 100]], [[0, 5]]]);
  });
});
