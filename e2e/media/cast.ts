import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  buildBlackClip,
  buildDocumentClip,
  buildFaceClip,
  buildIdPhoto,
  buildNoFaceClip,
  buildTwoFacesClip,
  samplePhoto,
} from './face-clip.ts';

/** Outside git, kept between runs: faces in it are of real people. */
const media = (name: string): string =>
  path.join(fileURLToPath(new URL('../..', import.meta.url)), '.data', 'media', name);

const twoOfPhoto3 = [
  { x: 592, y: 353, width: 207, height: 245, roll: -0.04 },
  { x: 1068, y: 242, width: 226, height: 262, roll: 0.14 },
];

/** What can stand before the camera, by name; a clip is painted when it is first asked for. */
export const clips = {
  document: () => buildDocumentClip(media('document.mjpeg')),
  /** The person of the card, in another photo than the card's. */
  applicant: () => buildFaceClip(samplePhoto(1), media('face-1.mjpeg')),
  somebodyElse: () => buildFaceClip(samplePhoto(5), media('face-5.mjpeg')),
  nobody: () => buildNoFaceClip(media('no-face.mjpeg')),
  twoPeople: () => buildTwoFacesClip(samplePhoto(3), media('two-faces.mjpeg'), twoOfPhoto3),
  black: () => buildBlackClip(media('black.mjpeg')),
} as const;
export type ClipName = keyof typeof clips;

/** The photo in the applicant's card. */
export const cardPhoto = (): Promise<string> => buildIdPhoto(samplePhoto(3), media('id-3.jpg'));
