import type { PictureQuality } from './picture-quality.ts';

/** Why a frame cannot be used. Exactly one per frame: the first that the person can do something about. */
export const REJECT_REASONS = [
  'noFace',
  'twoFaces',
  'tooFar',
  'tooClose',
  'offCentre',
  'turned',
  'tooDark',
  'tooBright',
  'blurred',
  'faceChanged',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];
export type FrameVerdict = 'ok' | RejectReason;

/** One face of a frame. Pixels of the frame, angles in radian. */
export interface FaceFacts {
  /** tight box around the mesh */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
  /** lids' height ÷ width: only ranks frames. Nobody is turned away for closed eyes, a blind person may have them. */
  readonly eyes: number;
}

export interface FrameFacts {
  readonly width: number;
  readonly height: number;
  /** mean luma of the whole frame */
  readonly luma: number;
  readonly faces: readonly FaceFacts[];
  /** quality of the aligned 112×112 face; null unless there is exactly one face */
  readonly quality: PictureQuality | null;
}

/** Limits at a 4:3 picture; lengths as shares of the frame's height, so the camera's resolution does not matter. */
export const FRAME_LIMITS = {
  darkFrame: 25,
  minFaceHeight: 0.3,
  minFaceWidthPx: 80,
  maxFaceHeight: 0.85,
  maxOffCentreX: 0.22,
  maxOffCentreY: 0.24,
  maxYaw: 0.35,
  // wheelchair users look up or down at the camera
  maxPitch: 0.5,
  maxRoll: 0.45,
  minLuma: 40,
  maxLuma: 215,
  maxBurnt: 0.35,
  // a Gaussian blur of 1 pixel leaves 0.03–0.045 of a 200-pixel face, of 2 pixels 0.015–0.019
  minSharpness: 0.02,
} as const;

function checkPlace(frame: FrameFacts, face: FaceFacts): FrameVerdict {
  const { box } = face;
  const limits = FRAME_LIMITS;
  const size = box.height / frame.height;
  if (!(size >= limits.minFaceHeight) || !(box.width >= limits.minFaceWidthPx)) return 'tooFar';
  if (!(size <= limits.maxFaceHeight)) return 'tooClose';
  const dx = Math.abs(box.x + box.width / 2 - frame.width / 2) / frame.height;
  const dy = Math.abs(box.y + box.height / 2 - frame.height / 2) / frame.height;
  if (!(dx <= limits.maxOffCentreX) || !(dy <= limits.maxOffCentreY)) return 'offCentre';
  const straight =
    Math.abs(face.yaw) <= limits.maxYaw &&
    Math.abs(face.pitch) <= limits.maxPitch &&
    Math.abs(face.roll) <= limits.maxRoll;
  return straight ? 'ok' : 'turned';
}

function checkLight(quality: PictureQuality): FrameVerdict {
  if (!(quality.luma >= FRAME_LIMITS.minLuma)) return 'tooDark';
  if (!(quality.luma <= FRAME_LIMITS.maxLuma) || !(quality.burnt <= FRAME_LIMITS.maxBurnt))
    return 'tooBright';
  return quality.sharpness >= FRAME_LIMITS.minSharpness ? 'ok' : 'blurred';
}

/** The verdict on one frame. Facts that are NaN never pass: every test asks for the good, not for the bad. */
export function checkFrame(frame: FrameFacts): FrameVerdict {
  const [face, other] = frame.faces;
  if (!face) return frame.luma < FRAME_LIMITS.darkFrame ? 'tooDark' : 'noFace';
  if (other) return 'twoFaces';
  const place = checkPlace(frame, face);
  if (place !== 'ok') return place;
  return frame.quality ? checkLight(frame.quality) : 'noFace';
}
