import { TEMPLATE_LENGTH } from './models.ts';

/**
 * Cosine of two face templates, −1…1. NaN whenever the question has no honest answer: a wrong length, a
 * number that is not finite, a zero vector. NaN never passes `decide`, so every such case fails closed.
 */
export function cosine(a: Float32Array, b: Float32Array): number {
  if (a.length !== TEMPLATE_LENGTH || b.length !== TEMPLATE_LENGTH) return NaN;
  let dot = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < TEMPLATE_LENGTH; i++) {
    const x = a[i] ?? NaN;
    const y = b[i] ?? NaN;
    dot += x * y;
    aa += x * x;
    bb += y * y;
  }
  if (!(aa > 0) || !(bb > 0)) return NaN;
  const score = dot / Math.sqrt(aa * bb);
  return Number.isFinite(score) ? Math.max(-1, Math.min(1, score)) : NaN;
}

/** The vector with length 1, or null when it has no direction or the wrong shape. */
export function normalise(vector: Float32Array): Float32Array | null {
  if (vector.length !== TEMPLATE_LENGTH) return null;
  const norm = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
  if (!(norm > 0) || !Number.isFinite(norm)) return null;
  return vector.map((x) => x / norm);
}

/** One template from several frames of one face: the mean of the unit vectors, made a unit vector again. */
export function meanTemplate(vectors: readonly Float32Array[]): Float32Array | null {
  if (vectors.length === 0) return null;
  const sum = new Float32Array(TEMPLATE_LENGTH);
  for (const vector of vectors) {
    const unit = normalise(vector);
    if (!unit) return null;
    for (let i = 0; i < TEMPLATE_LENGTH; i++) sum[i] = (sum[i] ?? 0) + (unit[i] ?? 0);
  }
  return normalise(sum);
}

/** Same person? Only a finite score that reaches a finite, positive threshold says yes. */
export function decide(score: number, threshold: number): boolean {
  return Number.isFinite(score) && Number.isFinite(threshold) && threshold > 0 && score >= threshold;
}
