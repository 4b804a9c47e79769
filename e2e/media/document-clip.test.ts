import path from 'node:path';
import { expect, it } from 'vitest';
import { fakeCameraArgs, launchChromium } from './chromium.ts';
import { documentCorners } from './document-clip.ts';
import { buildDocumentClip } from './face-clip.ts';
import { mediaCache } from './testbed-server.ts';

it('plays a bright page on a dark table in full resolution, its corners where they are said to be', async () => {
  const browser = await launchChromium(
    fakeCameraArgs(await buildDocumentClip(path.join(mediaCache, 'document.mjpeg'))),
  );
  try {
    const page = await browser.newPage();
    await page.goto('chrome://version');
    const seen = await page.evaluate(async (corners) => {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 1920, height: 1080 } });
      const video = document.createElement('video');
      video.srcObject = stream;
      await video.play();
      const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
      const context = canvas.getContext('2d');
      context?.drawImage(video, 0, 0);
      const green = (x: number, y: number) =>
        context?.getImageData(Math.round(x), Math.round(y), 1, 1).data[1] ?? 0;
      // twelve pixels inside and outside of each corner, along the line to the middle
      const beside = (sign: number) =>
        corners.map(([x, y]) => {
          const [dx, dy] = [canvas.width / 2 - x, canvas.height / 2 - y];
          const length = Math.hypot(dx, dy);
          return green(x + (sign * 12 * dx) / length, y + (sign * 12 * dy) / length);
        });
      return { width: canvas.width, height: canvas.height, inside: beside(1), outside: beside(-1) };
    }, documentCorners());
    expect([seen.width, seen.height]).toEqual([1920, 1080]);
    expect(Math.min(...seen.inside)).toBeGreaterThan(180);
    expect(Math.max(...seen.outside)).toBeLessThan(80);
  } finally {
    await browser.close();
  }
});
