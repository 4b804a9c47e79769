/** RGBA pixels, row by row; ImageData fits. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** Luma 0–255, row by row. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** Luma of RGBA pixels, Rec. 601. */
export function greyOf({ width, height, data }: Picture): Grey {
  const luma = new Float32Array(width * height);
  for (let i = 0; i < luma.length; i++) {
    luma[i] = 0.299 * (data[i * 4] ?? 0) + 0.587 * (data[i * 4 + 1] ?? 0) + 0.114 * (data[i * 4 + 2] ?? 0);
  }
  return { width, height, data: luma };
}

/** Halves both sides until the longer one is below `limit` × 2: each pixel the mean of four, which also calms noise. */
export function shrink(grey: Grey, limit: number): Grey {
  if (Math.max(grey.width, grey.height) < limit * 2) return grey;
  const width = grey.width >> 1;
  const height = grey.height >> 1;
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * 2 * grey.width + x * 2;
      const upper = (grey.data[i] ?? 0) + (grey.data[i + 1] ?? 0);
      const lower = (grey.data[i + grey.width] ?? 0) + (grey.data[i + grey.width + 1] ?? 0);
      data[y * width + x] = (upper + lower) / 4;
    }
  }
  return shrink({ width, height, data }, limit);
}

/** Grey value at a place between pixels; the border's value outside. */
export function greyAt({ width, height, data }: Grey, x: number, y: number): number {
  const cx = Math.min(Math.max(x, 0), width - 1);
  const cy = Math.min(Math.max(y, 0), height - 1);
  const x0 = Math.floor(cx);
  const y0 = Math.floor(cy);
  const x1 = Math.min(x0 + 1, width - 1);
  const y1 = Math.min(y0 + 1, height - 1);
  const [fx, fy] = [cx - x0, cy - y0];
  const upper = (data[y0 * width + x0] ?? 0) * (1 - fx) + (data[y0 * width + x1] ?? 0) * fx;
  const lower = (data[y1 * width + x0] ?? 0) * (1 - fx) + (data[y1 * width + x1] ?? 0) * fx;
  return upper * (1 - fy) + lower * fy;
}
