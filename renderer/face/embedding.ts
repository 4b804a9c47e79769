import * as ort from 'onnxruntime-web/wasm';
import { TEMPLATE_LENGTH, knownModel, type FaceModelInfo } from '../../domain/face/models.ts';
import { normalise } from '../../domain/face/cosine.ts';
import { ALIGNED_SIZE, alignment, type Landmarks } from './alignment.ts';

/** A model that turns a face into a template. Another model is another object of this shape. */
export interface EmbeddingModel extends FaceModelInfo {
  /**
   * The unit template (512 float32) of the face at these landmarks (pixels of `picture`). Rejects with
   * `embedding.invalid` when the landmarks coincide or the model answers with anything but a direction.
   */
  embed(picture: CanvasImageSource, landmarks: Landmarks): Promise<Float32Array>;
  /** The aligned 112×112 picture the model sees, as RGBA; null when the landmarks coincide. */
  align(picture: CanvasImageSource, landmarks: Landmarks): ImageData | null;
}

const SIDE = ALIGNED_SIZE;

/** Planes of blue, green, red, each (v − 127) ÷ 128: the model was measured better on BGR than on RGB. */
function toPlanes(rgba: Uint8ClampedArray): Float32Array {
  const size = SIDE * SIDE;
  const planes = new Float32Array(3 * size);
  for (let i = 0; i < size; i++) {
    for (let c = 0; c < 3; c++) planes[c * size + i] = ((rgba[i * 4 + 2 - c] ?? 0) - 127) / 128;
  }
  return planes;
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (b) => b.toString(16).padStart(2, '0')).join('');
}

function createAligner() {
  const canvas = new OffscreenCanvas(SIDE, SIDE);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (picture: CanvasImageSource, landmarks: Landmarks): ImageData | null => {
    const transform = alignment(landmarks);
    if (!transform || !context) return null;
    context.resetTransform();
    context.clearRect(0, 0, SIDE, SIDE);
    context.imageSmoothingQuality = 'high';
    context.setTransform(...transform);
    context.drawImage(picture, 0, 0);
    return context.getImageData(0, 0, SIDE, SIDE);
  };
}

/**
 * Loads fr_feature (ArcFace family, 512 numbers) from `base`. Its digest is computed from the bytes that run;
 * bytes nobody measured have no threshold and are refused with `embedding.unknown`.
 */
export async function loadEmbeddingModel(base: string): Promise<EmbeddingModel> {
  const response = await fetch(new URL('fr_feature.onnx', base));
  if (!response.ok) throw new Error('embedding.missing');
  const bytes = await response.arrayBuffer();
  const digest = await sha256(bytes);
  const model = knownModel({ name: 'fr_feature', digest, preprocessing: 'arcface5-112-bgr-1' });
  if (!model) throw new Error('embedding.unknown');
  // two threads gained nothing, and one needs no SharedArrayBuffer
  ort.env.wasm.numThreads = 1;
  const session = await ort.InferenceSession.create(bytes, { executionProviders: ['wasm'] });
  const [input, output] = [session.inputNames[0] ?? '', session.outputNames[0] ?? ''];
  const align = createAligner();
  return {
    ...model,
    align,
    async embed(picture, landmarks) {
      const aligned = align(picture, landmarks);
      if (!aligned) throw new Error('embedding.invalid');
      const tensor = new ort.Tensor('float32', toPlanes(aligned.data), [1, 3, SIDE, SIDE]);
      const result = (await session.run({ [input]: tensor }))[output]?.data;
      const vector =
        result instanceof Float32Array && result.length === TEMPLATE_LENGTH ? normalise(result) : null;
      if (!vector) throw new Error('embedding.invalid');
      return vector;
    },
  };
}
