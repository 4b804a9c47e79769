import { MAX_PAGE_SIDE } from './straighten.ts';

/** Room to cut a page out of a picture before it is reduced to what is filed. */
const LARGEST_STILL = Math.round(MAX_PAGE_SIDE * 1.6);

/** Unpacks a picture the right way up, reduced when it is huge. Rejects when it cannot be read. */
export async function bitmapOf(picture: Blob): Promise<ImageBitmap> {
  const whole = await createImageBitmap(picture, { imageOrientation: 'from-image' });
  const scale = LARGEST_STILL / Math.max(whole.width, whole.height);
  if (scale >= 1) return whole;
  try {
    return await createImageBitmap(whole, {
      resizeWidth: Math.round(whole.width * scale),
      resizeHeight: Math.round(whole.height * scale),
      resizeQuality: 'high',
    });
  } finally {
    whole.close();
  }
}

/** The camera's picture now, in full. */
export const stillOf = (video: HTMLVideoElement): Promise<ImageBitmap> => createImageBitmap(video);

/** The camera's picture now, reduced for finding the page. */
export const glanceAt = (video: HTMLVideoElement, width = 800): Promise<ImageBitmap> =>
  createImageBitmap(video, { resizeWidth: Math.min(width, video.videoWidth) });
