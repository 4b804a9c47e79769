import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CAMERA_REMEDIES } from '../../renderer/face/camera-watch.ts';
import { REASON_HINTS } from '../../renderer/face/reasons.ts';
import type { CaptureSummary, TestbedHooks } from '../../renderer/face/testbed/testbed.tsx';
import { fakeCameraArgs, launchChromium } from './chromium.ts';
import {
  buildBlackClip,
  buildFaceClip,
  buildFrozenClip,
  buildIdPhoto,
  buildNoFaceClip,
  buildTwoFacesClip,
  samplePhoto,
} from './face-clip.ts';
import { buildTestbed, mediaCache, serveTestbed, type TestbedServer } from './testbed-server.ts';

declare global {
  interface Window {
    faceTestbed: TestbedHooks;
    openedStreams: MediaStream[];
  }
}

const media = (name: string) => path.join(mediaCache, name);
const FACES_OF_3 = [
  { x: 592, y: 353, width: 207, height: 245, roll: -0.04 },
  { x: 1068, y: 242, width: 226, height: 262, roll: 0.14 },
];

let server: TestbedServer;
let browser: Browser | null = null;

/** The test page before a camera that plays `clip`; without a clip there is no camera. */
async function open(
  clip: string | null,
  context: BrowserContextOptions = {},
  args?: string[],
): Promise<Page> {
  browser = await launchChromium(args ?? (clip ? fakeCameraArgs(clip) : []));
  const page = await (await browser.newContext(context)).newPage();
  await page.goto(server.url);
  await page.waitForFunction(() => 'faceTestbed' in window);
  return page;
}

/** Runs one attempt of the panel to its result. */
async function attempt(clip: string, photo: string): Promise<CaptureSummary> {
  const page = await open(clip);
  await page.evaluate((url) => window.faceTestbed.show({ photo: url }), `/media/${photo}`);
  await page.getByRole('button', { name: '开始' }).click();
  await page.waitForFunction(() => window.faceTestbed.outcome().results.length > 0);
  return page.evaluate(() => window.faceTestbed.outcome().results[0] as CaptureSummary);
}

const photoReport = (page: Page, name: string) =>
  page.evaluate((url) => window.faceTestbed.photo(url), `/media/${name}`);

beforeAll(async () => {
  server = await serveTestbed(await buildTestbed());
  for (const n of [1, 3, 5, 6] as const) {
    await buildFaceClip(samplePhoto(n), media(`face-${n}.mjpeg`));
    await buildIdPhoto(samplePhoto(n), media(`id-${n}.jpg`));
  }
  await buildNoFaceClip(media('no-face.mjpeg'));
  await buildTwoFacesClip(samplePhoto(3), media('two-faces.mjpeg'), FACES_OF_3);
  await buildBlackClip(media('black.mjpeg'));
  await buildFrozenClip(samplePhoto(3), media('frozen.mjpeg'));
}, 120_000);

afterEach(async () => {
  await browser?.close();
  browser = null;
});
afterAll(() => server.close());

describe('one attempt at the camera', () => {
  it.each([
    ['the photo the camera shows', 3, 3],
    ['another photo of the same person', 1, 3],
    ['the other way round', 3, 1],
  ])('accepts %s, of the size of an ID chip', async (_what, camera, photo) => {
    const result = await attempt(media(`face-${camera}.mjpeg`), `id-${photo}.jpg`);
    console.log(
      `camera ${camera}, photo ${photo}: score ${result.score.toFixed(3)}, ${result.msPerFrame.toFixed(0)} ms`,
    );
    expect(result).toMatchObject({ accepted: true, frames: 3, snapshot: { type: 'image/jpeg' } });
    expect(result.norm).toBeCloseTo(1, 5);
    expect(result.snapshot.size).toBeGreaterThan(5000);
    expect(result.model).toMatchObject({ name: 'fr_feature', threshold: 0.4 });
    expect(result.msPerFrame).toBeGreaterThan(1);
  });

  it.each([
    [5, 3],
    [6, 3],
    [3, 6],
    [1, 5],
  ])('does not accept person %i for the photo of %i', async (camera, photo) => {
    const result = await attempt(media(`face-${camera}.mjpeg`), `id-${photo}.jpg`);
    console.log(`camera ${camera}, photo ${photo}: score ${result.score.toFixed(3)}`);
    expect(result).toMatchObject({ accepted: false, frames: 3 });
    expect(result.score).toBeLessThan(0.4);
  });

  it.each([
    ['an empty chair', 'no-face.mjpeg', REASON_HINTS.noFace],
    ['two people', 'two-faces.mjpeg', REASON_HINTS.twoFaces],
  ])('tells %s what to do and gives no result', async (_what, clip, hint) => {
    const page = await open(media(clip));
    await page.evaluate(() => window.faceTestbed.show({ photo: '/media/id-3.jpg' }));
    await page.getByRole('button', { name: '开始' }).click();
    await page.getByRole('status').filter({ hasText: hint }).waitFor();
    expect(await page.evaluate(() => window.faceTestbed.outcome().results)).toEqual([]);
  });

  it.each([
    ['tooFar', { size: 0.2 }],
    ['tooDark', { brightness: 0.2 }],
    ['tooBright', { brightness: 2.5 }],
    ['blurred', { blurPx: 4 }],
    ['offCentre', { shiftX: 180 }],
  ] as const)('hints at %s', async (reason, options) => {
    const page = await open(await buildFaceClip(samplePhoto(3), media(`face-3-${reason}.mjpeg`), options));
    await page.evaluate(() => window.faceTestbed.show({ photo: '/media/id-3.jpg' }));
    await page.getByRole('button', { name: '开始' }).click();
    await page.getByRole('status').filter({ hasText: REASON_HINTS[reason] }).waitFor();
    expect(await page.evaluate(() => window.faceTestbed.outcome().results)).toEqual([]);
  });

  it('gives up after half a minute, and hands over to a person after the second time', async () => {
    const page = await open(media('no-face.mjpeg'));
    await page.clock.install();
    await page.evaluate(() => window.faceTestbed.show({ photo: '/media/id-3.jpg' }));
    for (const name of ['开始', '再试一次']) {
      await page.getByRole('button', { name }).click();
      await page.getByRole('status').filter({ hasText: REASON_HINTS.noFace }).waitFor();
      await page.clock.fastForward(31_000);
    }
    await page.getByText('由工作人员人工核验').waitFor();
    expect(await page.getByRole('button').allTextContents()).toEqual(['人工核验']);
  });
});

describe('the ID photo', () => {
  it('is refused with its reason when it shows no face, two, a tiny one, or is no picture', async () => {
    await writeFile(media('not-an-image.jpg'), '这不是图片');
    const page = await open(null);
    expect(await photoReport(page, 'not-an-image.jpg')).toEqual({ ok: false, problem: 'notAnImage' });
    // a motion JPEG begins with a JPEG, and that is what a decoder shows of it
    expect(await photoReport(page, 'no-face.mjpeg')).toEqual({ ok: false, problem: 'noFace' });
    expect(await photoReport(page, 'two-faces.mjpeg')).toEqual({ ok: false, problem: 'twoFaces' });
    const tiny = await page.evaluate(async () => {
      const photo = await createImageBitmap(await (await fetch('/media/id-3.jpg')).blob());
      const canvas = new OffscreenCanvas(51, 63);
      canvas.getContext('2d')?.drawImage(photo, 0, 0, 51, 63);
      return window.faceTestbed.photoBlob(await canvas.convertToBlob({ type: 'image/jpeg' }));
    });
    expect(tiny).toEqual({ ok: false, problem: 'tooSmall' });
    expect(await photoReport(page, 'id-3.jpg')).toMatchObject({ ok: true });
  });

  it('without a usable face ends the attempt in words, with the way to a person open', async () => {
    const page = await open(media('face-3.mjpeg'));
    await page.evaluate(() => window.faceTestbed.show({ photo: '/media/no-face.mjpeg' }));
    await page.getByRole('button', { name: '开始' }).click();
    await page.getByRole('status').filter({ hasText: '证件照上没有找到人脸' }).waitFor();
    expect(await page.getByRole('button').allTextContents()).toEqual(['人工核验']);
  });
});

describe('the camera', () => {
  const watch = (page: Page, until: 'ok' | keyof typeof CAMERA_REMEDIES) =>
    page.evaluate((state) => window.faceTestbed.watchCamera([state]), until);

  it.each([
    ['black', 'black.mjpeg'],
    ['frozen', 'frozen.mjpeg'],
  ] as const)('is found %s within three seconds, and was never called well', async (state, clip) => {
    const page = await open(media(clip));
    // the first opening also starts the browser's video process
    const seen = await watch(page, state);
    console.log(`${state} after ${seen.at(-1)?.ms.toFixed(0)} ms`);
    expect(seen.map((s) => s.state)).toEqual(['starting', state]);
    expect(seen.at(-1)?.ms).toBeLessThanOrEqual(3000);
  });

  it('is well with a person before it', async () => {
    const seen = await watch(await open(media('face-3.mjpeg')), 'ok');
    expect(seen.map((s) => s.state)).toEqual(['starting', 'ok']);
  });

  it('is found missing at once', async () => {
    const seen = await watch(await open(null, { permissions: ['camera'] }), 'notFound');
    expect(seen.at(-1)?.ms).toBeLessThanOrEqual(3000);
  });

  it('is found refused at once', async () => {
    const page = await open(null, {}, ['--use-fake-device-for-media-stream']);
    expect((await watch(page, 'denied')).at(-1)?.ms).toBeLessThanOrEqual(3000);
  });

  it.each([
    ['says it is taken', 'refuse'],
    ['never answers', 'hang'],
  ])('is found busy when the device %s', async (_what, how) => {
    // no fake device of Chromium can be taken by another program: the page's own call stands in for it
    const page = await open(media('no-face.mjpeg'));
    await page.evaluate((way) => {
      const taken = new DOMException('Could not start video source', 'NotReadableError');
      navigator.mediaDevices.getUserMedia = () =>
        way === 'refuse' ? Promise.reject(taken) : new Promise(() => undefined);
    }, how);
    expect((await watch(page, 'busy')).at(-1)?.ms).toBeLessThanOrEqual(3000);
  });

  it('says so when it is taken away, and what to do', async () => {
    const page = await open(media('no-face.mjpeg'), { permissions: ['camera'] }, [
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${media('no-face.mjpeg')}`,
    ]);
    await page.evaluate(() => window.faceTestbed.show({ photo: '/media/id-3.jpg' }));
    await page.getByRole('button', { name: '开始' }).click();
    await page.getByRole('status').filter({ hasText: REASON_HINTS.noFace }).waitFor();
    await page.context().clearPermissions();
    await page.getByText(CAMERA_REMEDIES.unplugged).waitFor();
  });

  it('is let go when the panel goes', async () => {
    const page = await open(media('no-face.mjpeg'));
    await page.evaluate(() => {
      window.openedStreams = [];
      const devices = navigator.mediaDevices;
      const original = devices.getUserMedia.bind(devices);
      devices.getUserMedia = async (wanted) => {
        const stream = await original(wanted);
        window.openedStreams.push(stream);
        return stream;
      };
      return window.faceTestbed.show({ photo: '/media/id-3.jpg' });
    });
    await page.getByRole('button', { name: '开始' }).click();
    await page.getByRole('status').filter({ hasText: REASON_HINTS.noFace }).waitFor();
    const tracks = () =>
      page.evaluate(() => window.openedStreams.flatMap((s) => s.getTracks()).map((t) => t.readyState));
    expect(await tracks()).toEqual(['live']);
    await page.evaluate(() => window.faceTestbed.hide());
    await page.waitForFunction(() => document.querySelector('video') === null);
    expect(await tracks()).toEqual(['ended']);
  });
});

describe('the panel', () => {
  it('offers a person as largely as the camera, with targets one can hit and a live hint', async () => {
    const page = await open(media('no-face.mjpeg'));
    await page.evaluate(() => window.faceTestbed.show({ photo: '/media/id-3.jpg' }));
    const start = await page.getByRole('button', { name: '开始' }).boundingBox();
    const person = await page.getByRole('button', { name: '人工核验' }).boundingBox();
    expect([person?.width, person?.height]).toEqual([start?.width, start?.height]);
    expect(start?.height).toBeGreaterThanOrEqual(44);
    expect(await page.getByRole('status').getAttribute('aria-live')).toBe('polite');
    expect(await page.getByRole('switch', { name: '读出提示' }).isChecked()).toBe(false);
    await page.getByRole('button', { name: '人工核验' }).click();
    expect(await page.evaluate(() => window.faceTestbed.outcome().manual)).toBe(1);
  });

  it.each([
    ['no consent was asked', { photo: '/media/id-3.jpg', consent: null }, '请先选择是否同意'],
    ['consent was declined', { photo: '/media/id-3.jpg', consent: 'declined' }, '不影响办理'],
    ['there is no ID photo', { photo: null }, '还没有证件照'],
    ['no attempt is left', { photo: '/media/id-3.jpg', attemptsLeft: 0 }, '没有比对成功'],
  ] as const)('opens no camera when %s, and leads to a person', async (_when, options, words) => {
    const page = await open(media('no-face.mjpeg'));
    await page.evaluate((o) => window.faceTestbed.show(o), options);
    await page.getByText(words).waitFor();
    expect(await page.getByRole('button').allTextContents()).toEqual(['人工核验']);
    expect(await page.locator('video').count()).toBe(0);
    await page.getByRole('button', { name: '人工核验' }).click();
    expect(await page.evaluate(() => window.faceTestbed.outcome().manual)).toBe(1);
  });
});
