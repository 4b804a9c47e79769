/** A place in a picture, pixels; the middle of the first pixel is 0, 0. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Corners of a page: top left, top right, bottom right, bottom left. */
export type Quad = readonly [Point, Point, Point, Point];

interface Size {
  readonly width: number;
  readonly height: number;
}

export const wholePicture = ({ width, height }: Size): Quad => [
  { x: 0, y: 0 },
  { x: width - 1, y: 0 },
  { x: width - 1, y: height - 1 },
  { x: 0, y: height - 1 },
];

export const mapQuad = (quad: Quad, change: (point: Point, index: number) => Point): Quad => {
  const [a, b, c, d] = quad;
  return [change(a, 0), change(b, 1), change(c, 2), change(d, 3)];
};

export const scaleQuad = (quad: Quad, factor: number): Quad =>
  mapQuad(quad, ({ x, y }) => ({ x: x * factor, y: y * factor }));

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Lengths of top, right, bottom, left. */
export const sides = ([a, b, c, d]: Quad): readonly [number, number, number, number] => [
  distance(a, b),
  distance(b, c),
  distance(c, d),
  distance(d, a),
];

/** Square pixels, by the shoelace formula. */
export function area(quad: Quad): number {
  let twice = 0;
  for (let i = 0; i < 4; i++) {
    const p = quad[i] as Point;
    const q = quad[(i + 1) % 4] as Point;
    twice += p.x * q.y - q.x * p.y;
  }
  return Math.abs(twice) / 2;
}

/** Turning the same way at every corner: only such a quad can be straightened. */
export function isConvex(quad: Quad): boolean {
  let sign = 0;
  for (let i = 0; i < 4; i++) {
    const [a, b, c] = [quad[i] as Point, quad[(i + 1) % 4] as Point, quad[(i + 2) % 4] as Point];
    const turn = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
    if (Math.abs(turn) < 1e-6 || (sign !== 0 && Math.sign(turn) !== sign)) return false;
    sign = Math.sign(turn);
  }
  return true;
}

/** A corner moved to where somebody puts it, kept inside the picture; the old quad when it would no longer be one. */
export function moveCorner(quad: Quad, index: number, to: Point, { width, height }: Size): Quad {
  const inside = {
    x: Math.min(Math.max(to.x, 0), width - 1),
    y: Math.min(Math.max(to.y, 0), height - 1),
  };
  const moved = mapQuad(quad, (point, i) => (i === index ? inside : point));
  return isConvex(moved) && Math.min(...sides(moved)) >= 20 ? moved : quad;
}

/** Whether the page reaches past the picture: one of its corners lies on the border. */
export function touchesBorder(quad: Quad, { width, height }: Size): boolean {
  const margin = Math.max(2, 0.003 * Math.max(width, height));
  return quad.some(
    ({ x, y }) => x <= margin || y <= margin || x >= width - 1 - margin || y >= height - 1 - margin,
  );
}

/** The corner nearest the picture's top left comes first, the others clockwise. */
export function orderCorners(points: Quad): Quad {
  const cx = points.reduce((sum, p) => sum + p.x, 0) / 4;
  const cy = points.reduce((sum, p) => sum + p.y, 0) / 4;
  const around = [...points].sort((p, q) => Math.atan2(p.y - cy, p.x - cx) - Math.atan2(q.y - cy, q.x - cx));
  const first = around.reduce((best, p, i) => (p.x + p.y < sum(around[best]) ? i : best), 0);
  return [0, 1, 2, 3].map((i) => around[(first + i) % 4] as Point) as unknown as Quad;
}

const sum = (point: Point | undefined): number => (point ? point.x + point.y : Infinity);
