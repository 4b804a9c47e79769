import { describe, expect, it } from 'vitest';
import {
  alignment,
  eyeOpenness,
  landmarksOfMesh,
  type Landmarks,
  type MeshPoint,
  type Point,
} from './alignment.ts';

/** The reference points, shrunk, turned by 30 degrees and moved. */
const reference: Landmarks = [
  [38.2946, 51.6963],
  [73.5318, 51.5014],
  [56.0252, 71.7366],
  [41.5493, 92.3655],
  [70.7299, 92.2041],
];
const [cos, sin] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)];
const moved = reference.map(([x, y]): Point => [3 * (x * cos - y * sin) + 100, 3 * (x * sin + y * cos) - 40]);

describe('alignment', () => {
  it('brings a turned, larger, shifted face back onto the reference', () => {
    const [a, b, c, d, e, f] = alignment(moved as unknown as Landmarks)!;
    moved.forEach(([x, y], i) => {
      expect(a * x + c * y + e).toBeCloseTo(reference[i]![0], 6);
      expect(b * x + d * y + f).toBeCloseTo(reference[i]![1], 6);
    });
  });

  it('has no answer for points that coincide or are not numbers', () => {
    const point: Point = [5, 5];
    expect(alignment([point, point, point, point, point])).toBeNull();
    expect(
      alignment([
        [NaN, 1],
        [2, 2],
        [3, 3],
        [4, 4],
        [5, 5],
      ]),
    ).toBeNull();
  });
});

describe('landmarksOfMesh', () => {
  const mesh = Array.from({ length: 478 }, (_, i): MeshPoint => [i, 2 * i, 0]);

  it('takes the middle of each eye, nose and mouth corners', () => {
    expect(landmarksOfMesh(mesh)).toEqual([
      [(33 + 133 + 159 + 145) / 4, (33 + 133 + 159 + 145) / 2],
      [(362 + 263 + 386 + 374) / 4, (362 + 263 + 386 + 374) / 2],
      [1, 2],
      [61, 122],
      [291, 582],
    ]);
  });

  it('is null when the mesh model gave nothing', () => {
    expect(landmarksOfMesh([])).toBeNull();
    expect(landmarksOfMesh(mesh.slice(0, 300))).toBeNull();
  });

  it('measures how far the eyes are open', () => {
    const eyes = [...mesh];
    for (const [left, right, up, down] of [
      [33, 133, 159, 145],
      [362, 263, 386, 374],
    ] as const) {
      eyes[left] = [0, 0];
      eyes[right] = [40, 0];
      eyes[up] = [20, -6];
      eyes[down] = [20, 6];
    }
    expect(eyeOpenness(eyes)).toBeCloseTo(0.3, 6);
  });
});
