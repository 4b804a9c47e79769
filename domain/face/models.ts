/** Length of a face template: 512 float32, L2-normalised. */
export const TEMPLATE_LENGTH = 512;

/** What a template must say about where it came from; templates of different origin are not comparable. */
export interface FaceModelInfo {
  readonly name: string;
  /** sha256 of the model file, lower-case hex */
  readonly digest: string;
  /** version of everything done to the picture before the model sees it */
  readonly preprocessing: string;
  /** cosine from which two templates count as one person */
  readonly threshold: number;
}

/** The attempts a person has before somebody must take over; nobody is made to try a hundred times. */
export const FACE_ATTEMPTS = 2;

/**
 * Models whose threshold was measured. The threshold is the product's, not the page's: a caller that sends
 * another one, or an unknown digest, is refused.
 *
 * fr_feature, BGR, ArcFace 5-point alignment, 1,250,180 impostor comparisons: false accepts 0.1 % at 0.337
 * (true accepts 98.4 %), 0.01 % at 0.411 (96.4 %), single frame against single photo. The mean of three
 * frames cuts false rejections to a third (0.72 % at 0.40), so the stricter 0.40 is affordable: women of like
 * age among the sample photos scored up to 0.39.
 */
export const FACE_MODELS: readonly FaceModelInfo[] = [
  {
    name: 'fr_feature',
    digest: '87aacdfe57510db2af90c0251df680e8eec88f122ee94712121d09bcaaaf3581',
    preprocessing: 'arcface5-112-bgr-1',
    threshold: 0.4,
  },
];

/** The measured model this claim names, or null: name, digest and preprocessing must all agree. */
export function knownModel(claim: Omit<FaceModelInfo, 'threshold'>): FaceModelInfo | null {
  return (
    FACE_MODELS.find(
      (m) => m.name === claim.name && m.digest === claim.digest && m.preprocessing === claim.preprocessing,
    ) ?? null
  );
}
