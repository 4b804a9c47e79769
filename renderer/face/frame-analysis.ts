import type { EmbeddingModel } from './embedding.ts';
import type { FrameReport, FrameTimes, PhotoReport } from './engine-protocol.ts';
import { checkFrame, type FrameFacts } from './frame-check.ts';
import type { FaceFinder } from './human-engine.ts';
import { pictureQuality, toLuma } from './picture-quality.ts';

/** A face on the photo must be at least this wide, pixels: 56 still compared well, 36 did not. */
export const MIN_PHOTO_FACE_PX = 48;
/** Height a small photo is enlarged to before the detector sees it, and a large one reduced to. */
const PHOTO_HEIGHT = 480;
const SNAPSHOT_QUALITY = 0.9;

interface Canvas {
  readonly canvas: OffscreenCanvas;
  readonly context: OffscreenCanvasRenderingContext2D;
}

function createCanvas(width: number, height: number): Canvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('canvas.missing');
  return { canvas, context };
}

/** Mean luma over a 32×24 reduction: enough to tell a dark room from an empty chair. */
function frameLuma(picture: CanvasImageSource, small: Canvas): number {
  small.context.drawImage(picture, 0, 0, 32, 24);
  const luma = toLuma(small.context.getImageData(0, 0, 32, 24).data);
  return luma.reduce((s, v) => s + v, 0) / luma.length;
}

/** The work on pictures, free of messages: used by the worker. */
export function createAnalysis(finder: FaceFinder, model: EmbeddingModel) {
  const small = createCanvas(32, 24);
  let frameCanvas = createCanvas(640, 480);

  function draw(picture: ImageBitmap): Canvas {
    const { width, height } = picture;
    if (frameCanvas.canvas.width !== width || frameCanvas.canvas.height !== height) {
      frameCanvas = createCanvas(width, height);
    }
    frameCanvas.context.drawImage(picture, 0, 0);
    return frameCanvas;
  }

  async function look(canvas: OffscreenCanvas) {
    const faces = await finder.find(canvas);
    const only = faces.length === 1 ? faces[0] : undefined;
    const aligned = only ? model.align(canvas, only.landmarks) : null;
    const facts: FrameFacts = {
      width: canvas.width,
      height: canvas.height,
      luma: frameLuma(canvas, small),
      // landmarks stay here: nobody outside needs them
      faces: faces.map(({ box, yaw, pitch, roll, eyes }) => ({ box, yaw, pitch, roll, eyes })),
      quality: aligned ? pictureQuality(aligned.data, aligned.width, aligned.height) : null,
    };
    return { facts, only };
  }

  async function frame(picture: ImageBitmap): Promise<FrameReport> {
    const start = performance.now();
    const { canvas } = draw(picture);
    const { facts, only } = await look(canvas);
    const verdict = checkFrame(facts);
    const good = verdict === 'ok' && only;
    const template = good ? await model.embed(canvas, only.landmarks) : null;
    const ms = performance.now() - start;
    const jpeg = good ? await canvas.convertToBlob({ type: 'image/jpeg', quality: SNAPSHOT_QUALITY }) : null;
    return { verdict, facts, template, jpeg, ms };
  }

  async function photo(blob: Blob): Promise<PhotoReport> {
    const bitmap = await createImageBitmap(blob).catch(() => null);
    if (!bitmap) return { ok: false, problem: 'notAnImage' };
    const scale = PHOTO_HEIGHT / bitmap.height;
    // room around: the detector was trained on faces that do not fill the picture
    const width = Math.max(Math.round(bitmap.width * scale), Math.round((PHOTO_HEIGHT * 4) / 3));
    const { canvas, context } = createCanvas(width, PHOTO_HEIGHT);
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, PHOTO_HEIGHT);
    context.imageSmoothingQuality = 'high';
    const drawn = bitmap.width * scale;
    context.drawImage(bitmap, (width - drawn) / 2, 0, drawn, PHOTO_HEIGHT);
    bitmap.close();
    const [face, other] = await finder.find(canvas);
    if (!face) return { ok: false, problem: 'noFace' };
    if (other) return { ok: false, problem: 'twoFaces' };
    const faceWidthPx = face.box.width / scale;
    if (!(faceWidthPx >= MIN_PHOTO_FACE_PX)) return { ok: false, problem: 'tooSmall' };
    return { ok: true, template: await model.embed(canvas, face.landmarks), faceWidthPx };
  }

  /** Medians over `rounds` turns of the whole way and of the models alone, alternating on one picture. */
  async function measure(picture: ImageBitmap, rounds: number): Promise<FrameTimes> {
    const verified: number[] = [];
    const bare: number[] = [];
    const { canvas } = draw(picture);
    for (let i = 0; i < rounds; i++) {
      const start = performance.now();
      const report = await frame(picture);
      if (report.verdict !== 'ok') throw new Error(`measure.${report.verdict}`);
      verified.push(performance.now() - start);
      const again = performance.now();
      const [face] = await finder.find(canvas);
      if (face) await model.embed(canvas, face.landmarks);
      bare.push(performance.now() - again);
    }
    const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? NaN;
    return { verifiedMs: median(verified), bareMs: median(bare) };
  }

  return { frame, photo, measure };
}
