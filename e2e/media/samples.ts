import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** One face of a sample photo: its box in pixels and how far the head leans, radian (upright again by −roll). */
export interface SampleFace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly roll: number;
}

const folder = fileURLToPath(new URL('../../node_modules/@vladmandic/face-api/demo/', import.meta.url));

/** The path of sample photo 1–6 that ships with face-api. Real people: never copy one into the repository. */
export function samplePhoto(n: 1 | 2 | 3 | 4 | 5 | 6): string {
  return path.join(folder, `sample${n}.jpg`);
}

/**
 * The face taken from each photo by default, boxes as the finder measured them. Photos 1 and 3 show one
 * person (cosine 0.74); 2, 5 and 6 are others (cosine below 0.2 to her).
 */
const FACES: Record<string, SampleFace> = {
  'sample1.jpg': { x: 1471, y: 225, width: 203, height: 205, roll: 0.77 },
  'sample2.jpg': { x: 881, y: 262, width: 195, height: 212, roll: 0.13 },
  'sample3.jpg': { x: 1068, y: 242, width: 226, height: 262, roll: 0.14 },
  'sample4.jpg': { x: 1274, y: 181, width: 189, height: 211, roll: 0.35 },
  'sample5.jpg': { x: 1118, y: 222, width: 179, height: 218, roll: 0.03 },
  'sample6.jpg': { x: 244, y: 517, width: 226, height: 240, roll: -0.12 },
};

export function faceOfSample(samplePath: string): SampleFace {
  const face = FACES[path.basename(samplePath)];
  if (!face) throw new Error(`No face is known in ${path.basename(samplePath)}: give one`);
  return face;
}
