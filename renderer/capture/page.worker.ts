import { findPage, findPageIn } from './find-page.ts';
import type { PageCalls, PageReply, PageRequest, PlacedStill } from './page-protocol.ts';
import type { Picture } from './picture.ts';
import { touchesBorder, wholePicture } from './quad.ts';
import { pageWarnings } from './quality.ts';
import { straighten, turn } from './straighten.ts';

/** Pixels are worked on here, away from the page's thread: a still takes a quarter of a second. */
let still: Picture | null = null;

const VIEW_SIDE = 1600;
const JPEG = { type: 'image/jpeg', quality: 0.85 };

function pixelsOf(bitmap: ImageBitmap): Picture {
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  // a transparent PNG stands on white paper, not on black
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, data: data as Uint8ClampedArray<ArrayBuffer> };
}

async function finish({ quad, quarters, maxSide }: PageCalls['finish']['argument']) {
  if (!still) throw new Error('no still');
  const { width, height } = still;
  const whole = wholePicture(still).every((p, i) => p.x === quad[i]?.x && p.y === quad[i].y);
  const flat = turn(straighten(still, quad, maxSide), quarters);
  const warnings = pageWarnings(flat, !whole && touchesBorder(quad, { width, height }));
  const canvas = new OffscreenCanvas(flat.width, flat.height);
  canvas.getContext('2d')?.putImageData(new ImageData(flat.data, flat.width, flat.height), 0, 0);
  return { jpeg: await canvas.convertToBlob(JPEG), width: flat.width, height: flat.height, warnings };
}

async function place(bitmap: ImageBitmap): Promise<PlacedStill> {
  const scale = Math.min(1, VIEW_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (context) context.fillStyle = '#fff';
  context?.fillRect(0, 0, canvas.width, canvas.height);
  context?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  still = pixelsOf(bitmap);
  const [view, quad] = await Promise.all([canvas.convertToBlob(JPEG), findPage(still)]);
  return { width: still.width, height: still.height, quad, view };
}

async function answer(request: PageRequest) {
  switch (request.call) {
    case 'look':
      return findPageIn(pixelsOf(request.argument.frame), request.argument.fullWidth);
    case 'place':
      return place(request.argument.still);
    case 'finish':
      return finish(request.argument);
  }
}

let queue: Promise<void> = Promise.resolve();

addEventListener('message', (event: MessageEvent<PageRequest>) => {
  const { id } = event.data;
  queue = queue.then(async () => {
    const reply: PageReply = await answer(event.data).then(
      (result) => ({ id, ok: true as const, result }),
      () => ({ id, ok: false as const }),
    );
    postMessage(reply);
  });
});
