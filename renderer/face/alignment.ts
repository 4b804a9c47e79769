/** A point in pixels of its picture. */
export type Point = readonly [x: number, y: number];

/** A point of the face mesh; the third number is depth. */
export type MeshPoint = readonly [number, number, number?];

/** Left eye, right eye, nose tip, left and right mouth corner, as seen in the picture. */
export type Landmarks = readonly [Point, Point, Point, Point, Point];

/** Canvas transform (a, b, c, d, e, f). */
export type Transform = readonly [number, number, number, number, number, number];

/** Side of the aligned face picture, pixels. */
export const ALIGNED_SIZE = 112;

/** Where ArcFace puts the five points in 112×112 (Deng et al. 2019, the reference of insightface). */
const REFERENCE: Landmarks = [
  [38.2946, 51.6963],
  [73.5318, 51.5014],
  [56.0252, 71.7366],
  [41.5493, 92.3655],
  [70.7299, 92.2041],
];

const mean = (points: Landmarks): Point => {
  const sum = points.reduce<[number, number]>((s, p) => [s[0] + p[0], s[1] + p[1]], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
};

/** Least-squares similarity (shift, turn, scale) from the landmarks to the reference; null when they coincide. */
export function alignment(landmarks: Landmarks): Transform | null {
  const [mx, my] = mean(landmarks);
  const [ux, uy] = mean(REFERENCE);
  let along = 0;
  let across = 0;
  let spread = 0;
  landmarks.forEach((point, i) => {
    const target = REFERENCE[i] ?? point;
    const [x, y, u, v] = [point[0] - mx, point[1] - my, target[0] - ux, target[1] - uy];
    along += x * u + y * v;
    across += x * v - y * u;
    spread += x * x + y * y;
  });
  if (!(spread > 0) || !Number.isFinite(spread)) return null;
  const a = along / spread;
  const b = across / spread;
  return [a, b, -b, a, ux - a * mx + b * my, uy - b * mx - a * my];
}

/** Mesh indices (MediaPipe face mesh) whose mean gives each landmark. */
const MESH_LANDMARKS: readonly (readonly number[])[] = [
  [33, 133, 159, 145],
  [362, 263, 386, 374],
  [1],
  [61],
  [291],
];

/** The five landmarks of a mesh of 468 or more points; null when the mesh is short (mesh model not run). */
export function landmarksOfMesh(mesh: readonly MeshPoint[]): Landmarks | null {
  const points = MESH_LANDMARKS.map((indices): Point | null => {
    const found = indices.map((i) => mesh[i]);
    if (found.some((p) => !p)) return null;
    const axis = (k: 0 | 1) => found.reduce((s, p) => s + (p?.[k] ?? NaN), 0) / found.length;
    return [axis(0), axis(1)];
  });
  return points.every((p) => p !== null) ? (points as unknown as Landmarks) : null;
}

/** Opening of an eye: height of the lids ÷ width, mean of both; about 0.3 open, below 0.1 shut. */
export function eyeOpenness(mesh: readonly MeshPoint[]): number {
  const gap = (i: number, j: number) => {
    const [p, q] = [mesh[i], mesh[j]];
    return Math.hypot((p?.[0] ?? NaN) - (q?.[0] ?? NaN), (p?.[1] ?? NaN) - (q?.[1] ?? NaN));
  };
  return (gap(159, 145) / gap(33, 133) + gap(386, 374) / gap(362, 263)) / 2;
}
