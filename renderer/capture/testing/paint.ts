import type { Picture } from '../picture.ts';
import { placeInPicture } from '../straighten.ts';
import type { Quad } from '../quad.ts';

type Shade = (u: number, v: number) => number;

/** A grey picture painted place by place; 0…1 across and down. */
export function paint(width: number, height: number, shade: Shade): Picture {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0, k = 0; y < height; y++) {
    for (let x = 0; x < width; x++, k += 4) {
      const value = shade(x / (width - 1), y / (height - 1));
      data.fill(value, k, k + 3);
      data[k + 3] = 255;
    }
  }
  return { width, height, data };
}

/** Something like writing: short upright and level strokes in lines, dark on white. Sharp at 1000 px. */
export const writing =
  (paper: number, ink: number): Shade =>
  (u, v) => {
    if (u < 0.1 || u > 0.9 || v < 0.08 || v > 0.92) return paper;
    const line = (v * 40) % 1;
    const sign = (u * 30) % 1;
    if (line > 0.6 || sign > 0.8) return paper;
    const stroke = Math.floor(u * 30) % 3 === 0 ? sign < 0.2 : line < 0.15 || (sign > 0.3 && sign < 0.45);
    return stroke ? ink : paper;
  };

/** Mean over a square of 2 × radius + 1; three times over it comes near a Gauss. */
export function smear(picture: Picture, radius: number, times = 3): Picture {
  if (times === 0) return picture;
  const { width, height, data } = picture;
  const at = (x: number, y: number) =>
    data[(Math.min(Math.max(y, 0), height - 1) * width + Math.min(Math.max(x, 0), width - 1)) * 4] ?? 0;
  const rows = new Float32Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let d = -radius; d <= radius; d++) sum += at(x + d, y);
      rows[y * width + x] = sum / (2 * radius + 1);
    }
  const next = paint(width, height, (u, v) => {
    const [x, y] = [Math.round(u * (width - 1)), Math.round(v * (height - 1))];
    let sum = 0;
    for (let d = -radius; d <= radius; d++)
      sum += rows[Math.min(Math.max(y + d, 0), height - 1) * width + x] ?? 0;
    return sum / (2 * radius + 1);
  });
  return smear(next, radius, times - 1);
}

/** Noise as a cheap sensor has it, the same every time. */
export function noisy(picture: Picture, strength: number): Picture {
  let seed = 7;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const data = picture.data.slice();
  for (let i = 0; i < data.length; i += 4) {
    const value = (data[i] ?? 0) + (random() + random() + random() - 1.5) * 2 * strength;
    data.fill(value, i, i + 3);
  }
  return { ...picture, data };
}

/** A page of one shade lying at `quad` on a table of another, with soft edges. */
export function pageOnTable(width: number, height: number, quad: Quad, paper = 225, table = 60): Picture {
  const inside = (x: number, y: number) =>
    quad.every((p, i) => {
      const q = quad[(i + 1) % 4];
      return q !== undefined && (q.x - p.x) * (y - p.y) - (q.y - p.y) * (x - p.x) >= 0;
    });
  return paint(width, height, (u, v) => {
    const [x, y] = [u * (width - 1), v * (height - 1)];
    let covered = 0;
    for (const dx of [-0.375, -0.125, 0.125, 0.375])
      for (const dy of [-0.375, -0.125, 0.125, 0.375]) if (inside(x + dx, y + dy)) covered++;
    return table + ((paper - table) * covered) / 16;
  });
}

/** A page with a cross in each quarter, laid into a picture at `quad`: to see whether it comes out straight. */
export function crossesAt(width: number, height: number, quad: Quad): Picture {
  const picture = pageOnTable(width, height, quad);
  for (const [u, v] of [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.75, 0.75],
    [0.25, 0.75],
  ] as const) {
    const { x, y } = placeInPicture(quad, u, v);
    for (let dy = -2; dy <= 2; dy++)
      for (let dx = -2; dx <= 2; dx++) {
        const i = (Math.round(y + dy) * width + Math.round(x + dx)) * 4;
        picture.data.fill(10, i, i + 3);
      }
  }
  return picture;
}
