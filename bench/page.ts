import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { startLoopbackApp } from '../e2e/hosts/loopback.ts';
import { buildFaceClip } from '../e2e/media/face-clip.ts';
import { samplePhoto } from '../e2e/media/samples.ts';
import { buildTestbed, mediaCache, serveTestbed } from '../e2e/media/testbed-server.ts';
import { findChromium } from '../loopback/find-chromium.ts';
import { figure, median, timed, type Figure } from './measure.ts';

async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium on this machine: install it and run again');
  const browser = await chromium.launch({ executablePath });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

async function openFresh(
  browser: Browser,
  address: string,
  ready: (page: Page) => Promise<unknown>,
): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const ms = await timed(async () => {
    await page.goto(address);
    await ready(page);
  });
  await context.close();
  return ms;
}

/** `start`: from the address to the first field that takes input, beside an empty page in the same browser, by turns. */
export async function benchStart(runs = 5): Promise<Figure> {
  const app = await startLoopbackApp();
  try {
    return await withBrowser(async (browser) => {
      const ours: number[] = [];
      const empty: number[] = [];
      const emptyPage = 'data:text/html,<!doctype html><title>empty</title><input>';
      for (let run = 0; run < runs; run += 1) {
        const address = run === 0 ? app.address : await app.killAndRestart();
        const field = (page: Page): Promise<void> => page.locator('input').first().waitFor();
        ours.push(await openFresh(browser, address, field));
        empty.push(await openFresh(browser, emptyPage, field));
      }
      const measured = { value: median(ours), bound: median(empty) };
      return figure(
        'start',
        'address → first field that takes input',
        'an empty page with one field',
        'ms',
        measured,
        runs,
      );
    });
  } finally {
    await app.close();
  }
}

/** An mjpeg clip is JPEGs in a row; the first ends at its first end-of-image mark. */
const firstPicture = (clip: Buffer): Buffer => clip.subarray(0, clip.indexOf(Buffer.from([0xff, 0xd9])) + 2);

interface Measured {
  verifiedMs: number;
  bareMs: number;
}

/** `face`: a verified frame (found, judged, aligned, embedded) beside the bare models on the same picture. */
export async function benchFace(rounds = 20): Promise<Figure> {
  const clip = path.join(mediaCache, 'bench-face-3.mjpeg');
  const photo = path.join(mediaCache, 'bench-face-3.jpg');
  await buildFaceClip(samplePhoto(3), clip);
  await writeFile(photo, firstPicture(await readFile(clip)));
  const testbed = await serveTestbed(await buildTestbed());
  try {
    return await withBrowser(async (browser) => {
      const page = await browser.newPage();
      await page.goto(testbed.url);
      const script = `window.faceTestbed.measure('/media/${path.basename(photo)}', ${String(rounds)})`;
      const { verifiedMs, bareMs } = await page.evaluate<Measured>(script);
      return figure(
        'face',
        'a verified frame in the page',
        'the bare models',
        'ms',
        { value: verifiedMs, bound: bareMs },
        rounds,
      );
    });
  } finally {
    await testbed.close();
  }
}
