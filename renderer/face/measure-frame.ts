import type { FrameTimes } from './engine-protocol.ts';
import { sharedFaceEngine } from './face-engine.ts';

/**
 * For the benchmark: median milliseconds of a verified frame (find, check, align, embed, snapshot) and of the
 * bare models on the same picture. The picture must hold one good face; it is taken over.
 */
export async function measureFrame(picture: ImageBitmap, rounds = 20): Promise<FrameTimes> {
  const engine = sharedFaceEngine();
  await engine.load();
  return engine.measure(picture, rounds);
}
