import path from 'node:path';
import { cardPhoto, clips } from '../media/cast.ts';
import { findFace } from '../media/find-face.ts';
import { buildFaceClip, buildIdPhoto } from '../media/face-clip.ts';
import type { Household } from './household.ts';

export interface WalkMedia {
  documentClip: string;
  faceClip: string;
  cardPhoto: string;
}

/** What the camera sees and what the card holds. Files made of given photos stay in `dir`. */
export async function walkMedia(
  { facePhoto, cardPhoto: onCard }: Household,
  dir: string,
): Promise<WalkMedia> {
  const documentClip = await clips.document();
  if (!facePhoto && !onCard)
    return { documentClip, faceClip: await clips.applicant(), cardPhoto: await cardPhoto() };
  const face = facePhoto ?? onCard ?? '';
  const card = onCard ?? face;
  return {
    documentClip,
    faceClip: await buildFaceClip(face, path.join(dir, 'face.mjpeg'), { face: await findFace(face) }),
    cardPhoto: await buildIdPhoto(card, path.join(dir, 'card.jpg'), await findFace(card)),
  };
}
