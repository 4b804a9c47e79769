import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { launchChromium } from './chromium.ts';

/** Raise when the painters change, so that cached clips are made again. */
const PAINTER_VERSION = 3;

export interface ClipSpec {
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  /** picture to paint from, as bytes of a JPEG */
  readonly source?: Buffer;
}

/**
 * A painter runs inside Chromium's page: it gets the canvas, the frame's phase 0…1 (so that the loop closes),
 * the source picture and its own settings. It must not refer to anything outside itself.
 */
export type Painter<S> = (
  context: CanvasRenderingContext2D,
  phase: number,
  source: ImageBitmap | null,
  settings: S,
) => void;

interface PageJob<S> {
  width: number;
  height: number;
  frames: number;
  source: string;
  painter: string;
  settings: S;
}

/** Runs in the page: paints all frames, gives each as a base64 JPEG. */
async function paintFrames<S>(job: PageJob<S>): Promise<string[]> {
  const bytes = (base64: string) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const source = job.source ? await createImageBitmap(new Blob([bytes(job.source)])) : null;
  const paint = new Function(`return (${job.painter})`)() as Painter<S>;
  const canvas = document.createElement('canvas');
  canvas.width = job.width;
  canvas.height = job.height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const frames: string[] = [];
  for (let i = 0; i < job.frames; i++) {
    context.resetTransform();
    paint(context, i / job.frames, source, job.settings);
    frames.push(canvas.toDataURL('image/jpeg', 0.92).split(',')[1] ?? '');
  }
  return frames;
}

/**
 * Paints `frames` pictures in Chromium and writes them one after the other: a file of concatenated JPEGs is
 * motion JPEG, which Chromium's fake camera plays at 30 pictures a second, for ever. One frame is a photo.
 * An existing file made from the same input is kept.
 */
export async function writeClip<S>(outFile: string, spec: ClipSpec, painter: Painter<S>, settings: S) {
  const key = createHash('sha256')
    .update(
      JSON.stringify([PAINTER_VERSION, spec.width, spec.height, spec.frames, settings, String(painter)]),
    )
    .update(spec.source ?? '')
    .digest('hex');
  const keyFile = `${outFile}.key`;
  if (existsSync(outFile) && existsSync(keyFile) && (await readFile(keyFile, 'utf8')) === key) return outFile;
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const source = spec.source?.toString('base64') ?? '';
    const { width, height, frames } = spec;
    const job = { width, height, frames, source, painter: String(painter), settings };
    const jpegs = (await page.evaluate(paintFrames as (job: unknown) => Promise<string[]>, job)).map((f) =>
      Buffer.from(f, 'base64'),
    );
    await mkdir(path.dirname(outFile), { recursive: true });
    // two tests may want the same clip: each writes its own file, the last one stays
    const draft = `${outFile}.${process.pid}.draft`;
    await writeFile(draft, Buffer.concat(jpegs));
    await rename(draft, outFile);
    await writeFile(keyFile, key);
  } finally {
    await browser.close();
  }
  return outFile;
}
