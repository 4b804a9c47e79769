import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchChromium } from './chromium.ts';
import type { SampleFace } from './samples.ts';

const library = fileURLToPath(new URL('../../node_modules/@vladmandic/face-api/', import.meta.url));
const origin = 'http://face.invalid';

interface Found {
  detection: { box: { x: number; y: number; width: number; height: number } };
  landmarks: { getLeftEye(): { x: number; y: number }[]; getRightEye(): { x: number; y: number }[] };
}
interface FaceApi {
  nets: Record<'ssdMobilenetv1' | 'faceLandmark68Net', { loadFromUri(uri: string): Promise<void> }>;
  detectAllFaces(image: HTMLImageElement): { withFaceLandmarks(): Promise<Found[]> };
}

/** The largest face of a photo somebody gave; throws when there is none. Another finder than the product's own. */
export async function findFace(photo: string): Promise<SampleFace> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.route(`${origin}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
      if (pathname === '/photo')
        return route.fulfill({ contentType: 'image/jpeg', body: await readFile(photo) });
      return route.fulfill({ body: await readFile(path.join(library, pathname)) });
    });
    await page.goto(origin);
    await page.addScriptTag({ url: `${origin}/dist/face-api.js` });
    const face = await page.evaluate(largestFace);
    if (!face) throw new Error(`no face is found in ${path.basename(photo)}`);
    return face;
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
async function largestFace(): Promise<SampleFace | null> {
  const { faceapi } = window as unknown as { faceapi: FaceApi };
  await faceapi.nets.ssdMobilenetv1.loadFromUri('/model');
  await faceapi.nets.faceLandmark68Net.loadFromUri('/model');
  const image = new Image();
  image.src = '/photo';
  await image.decode();
  const faces = await faceapi.detectAllFaces(image).withFaceLandmarks();
  const area = ({ detection: { box } }: Found): number => box.width * box.height;
  const [face] = faces.sort((a, b) => area(b) - area(a));
  if (!face) return null;
  const middle = (points: { x: number; y: number }[]): { x: number; y: number } => ({
    x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
    y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
  });
  const [left, right] = [middle(face.landmarks.getLeftEye()), middle(face.landmarks.getRightEye())];
  const { x, y, width, height } = face.detection.box;
  return { x, y, width, height, roll: Math.atan2(right.y - left.y, right.x - left.x) };
}
