/** What the pixels of one picture say, all from luma (0–255). */
export interface PictureQuality {
  readonly luma: number;
  /** standard deviation of the luma */
  readonly contrast: number;
  /** share of pixels at or above 250: burnt out */
  readonly burnt: number;
  /** variance of the Laplacian ÷ variance of the luma: 0 for a flat or smeared picture */
  readonly sharpness: number;
}

/** Luma of RGBA pixels, Rec. 601. */
export function toLuma(rgba: Uint8ClampedArray): Float32Array {
  const luma = new Float32Array(rgba.length / 4);
  for (let i = 0; i < luma.length; i++) {
    luma[i] = 0.299 * (rgba[i * 4] ?? 0) + 0.587 * (rgba[i * 4 + 1] ?? 0) + 0.114 * (rgba[i * 4 + 2] ?? 0);
  }
  return luma;
}

function spread(values: Float32Array): { mean: number; variance: number } {
  let sum = 0;
  let squares = 0;
  for (const v of values) {
    sum += v;
    squares += v * v;
  }
  const mean = sum / values.length;
  return { mean, variance: Math.max(0, squares / values.length - mean * mean) };
}

/** Four-neighbour Laplacian of the inner pixels. */
function laplacian(luma: Float32Array, width: number, height: number): Float32Array {
  const out = new Float32Array((width - 2) * (height - 2));
  let k = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const around =
        (luma[i - 1] ?? 0) + (luma[i + 1] ?? 0) + (luma[i - width] ?? 0) + (luma[i + width] ?? 0);
      out[k++] = around - 4 * (luma[i] ?? 0);
    }
  }
  return out;
}

/** Quality of an RGBA picture of at least 3×3 pixels. */
export function pictureQuality(rgba: Uint8ClampedArray, width: number, height: number): PictureQuality {
  const luma = toLuma(rgba);
  const { mean, variance } = spread(luma);
  let burnt = 0;
  for (const v of luma) if (v >= 250) burnt++;
  const edges = spread(laplacian(luma, width, height)).variance;
  return {
    luma: mean,
    contrast: Math.sqrt(variance),
    burnt: burnt / luma.length,
    // one grey level of noise keeps a flat picture from dividing by nothing
    sharpness: edges / (variance + 1),
  };
}
