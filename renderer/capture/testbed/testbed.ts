import { startCamera } from '../../face/camera.ts';
import { createPageEngine } from '../page-engine.ts';
import { wholePicture, type Quad } from '../quad.ts';
import { bitmapOf, glanceAt, stillOf } from '../still.ts';
import { MAX_PAGE_SIDE } from '../straighten.ts';

const engine = createPageEngine();
const video = document.querySelector('video') as HTMLVideoElement;

const base64 = (blob: Blob) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).split(',')[1] ?? ''));
    reader.readAsDataURL(blob);
  });

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const start = performance.now();
  return { result: await work(), ms: performance.now() - start };
}

async function finish(quad: Quad, quarters = 0) {
  const done = await timed(() => engine.call('finish', { quad, quarters, maxSide: MAX_PAGE_SIDE }));
  return { ...done.result, ms: done.ms, jpeg: await base64(done.result.jpeg) };
}

/** What the tests call in the page; pictures leave as base64. */
const hooks = {
  camera: () =>
    new Promise<string>((resolve) => {
      startCamera({
        video,
        width: 1920,
        height: 1080,
        onState: (state) => state !== 'starting' && resolve(state),
      });
    }),
  look: () =>
    timed(async () => engine.call('look', { frame: await glanceAt(video), fullWidth: video.videoWidth })),
  place: () => timed(async () => engine.call('place', { still: await stillOf(video) })),
  async placeFile(url: string) {
    const blob = await (await fetch(url)).blob();
    return engine.call('place', { still: await bitmapOf(blob) });
  },
  finish,
  finishWhole: (size: { width: number; height: number }) => finish(wholePicture(size)),
};
export type CaptureHooks = typeof hooks;
Object.assign(window, { captureTestbed: hooks });
