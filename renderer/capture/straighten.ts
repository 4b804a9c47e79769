import type { Picture } from './picture.ts';
import { sides, type Point, type Quad } from './quad.ts';

/** Longest side of what is filed, pixels: A4 at 212 dpi. */
export const MAX_PAGE_SIDE = 2480;
const A4 = Math.SQRT2;
/** ID-1 cards, ISO/IEC 7810: 85.60 × 53.98 mm. */
const CARD = 85.6 / 53.98;

/**
 * Width and height the straightened page gets: its longer sides, taken to A4 or card shape when it is nearly that. An
 * upright box is a crop, not a page seen at an angle: it keeps its own pixels.
 */
export function pageSize(quad: Quad, maxSide = MAX_PAGE_SIDE): { width: number; height: number } {
  const [top, right, bottom, left] = sides(quad);
  let [width, height] = [Math.max(top, bottom) + 1, Math.max(left, right) + 1];
  const ratio = Math.max(width, height) / Math.min(width, height);
  const known = isUpright(quad) ? undefined : [A4, CARD].find((shape) => Math.abs(ratio / shape - 1) < 0.05);
  if (known && height >= width) width = height / known;
  else if (known) height = width / known;
  const scale = Math.min(1, maxSide / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

const isUpright = ([a, b, c, d]: Quad): boolean => a.x === d.x && b.x === c.x && a.y === b.y && c.y === d.y;

/** The eight numbers that take 0…1 × 0…1 to the quad (Heckbert 1989, projective mapping of the unit square). */
function squareToQuad([p0, p1, p2, p3]: Quad) {
  const sx = p0.x - p1.x + p2.x - p3.x;
  const sy = p0.y - p1.y + p2.y - p3.y;
  const [dx1, dy1] = [p1.x - p2.x, p1.y - p2.y];
  const [dx2, dy2] = [p3.x - p2.x, p3.y - p2.y];
  const det = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / det;
  const h = (dx1 * sy - sx * dy1) / det;
  return {
    ...{ a: p1.x - p0.x + g * p1.x, b: p3.x - p0.x + h * p3.x, c: p0.x },
    ...{ d: p1.y - p0.y + g * p1.y, e: p3.y - p0.y + h * p3.y, f: p0.y, g, h },
  };
}

/** Where in the picture a place of the straight page (0…1, 0…1) lies. */
export function placeInPicture(quad: Quad, u: number, v: number): Point {
  const m = squareToQuad(quad);
  const w = m.g * u + m.h * v + 1;
  return { x: (m.a * u + m.b * v + m.c) / w, y: (m.d * u + m.e * v + m.f) / w };
}

/** Cuts the convex quad out and lays it flat, between pixels by bilinear weights. */
export function straighten(picture: Picture, quad: Quad, maxSide = MAX_PAGE_SIDE): Picture {
  const { width, height } = pageSize(quad, maxSide);
  const m = squareToQuad(quad);
  const out = new Uint8ClampedArray(width * height * 4);
  const lastX = picture.width - 1;
  const lastY = picture.height - 1;
  const source = picture.data;
  for (let y = 0, k = 0; y < height; y++) {
    const v = height > 1 ? y / (height - 1) : 0;
    for (let x = 0; x < width; x++, k += 4) {
      const u = width > 1 ? x / (width - 1) : 0;
      const w = m.g * u + m.h * v + 1;
      const px = Math.min(Math.max((m.a * u + m.b * v + m.c) / w, 0), lastX);
      const py = Math.min(Math.max((m.d * u + m.e * v + m.f) / w, 0), lastY);
      const x0 = px | 0;
      const y0 = py | 0;
      const i = (y0 * picture.width + x0) * 4;
      const right = x0 < lastX ? 4 : 0;
      const below = y0 < lastY ? picture.width * 4 : 0;
      const [fx, fy] = [px - x0, py - y0];
      for (let ch = 0; ch < 3; ch++) {
        const upper = (source[i + ch] ?? 0) * (1 - fx) + (source[i + right + ch] ?? 0) * fx;
        const lower = (source[i + below + ch] ?? 0) * (1 - fx) + (source[i + below + right + ch] ?? 0) * fx;
        out[k + ch] = upper * (1 - fy) + lower * fy;
      }
      out[k + 3] = 255;
    }
  }
  return { width, height, data: out };
}

/** Turned clockwise by quarter turns. */
export function turn(picture: Picture, quarters: number): Picture {
  const times = ((quarters % 4) + 4) % 4;
  return times === 0 ? picture : turn(turnOnce(picture), times - 1);
}

function turnOnce({ width, height, data }: Picture): Picture {
  const source = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const out = new Uint32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) out[x * height + (height - 1 - y)] = source[y * width + x] ?? 0;
  }
  return { width: height, height: width, data: new Uint8ClampedArray(out.buffer) };
}
