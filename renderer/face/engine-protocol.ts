import type { FaceModelInfo } from '../../domain/face/models.ts';
import type { FrameFacts, FrameVerdict } from './frame-check.ts';
import type { PhotoProblem } from './reasons.ts';

/** What the worker says about one frame. */
export interface FrameReport {
  readonly verdict: FrameVerdict;
  readonly facts: FrameFacts;
  /** unit template, only for verdict ok */
  readonly template: Float32Array | null;
  /** JPEG of the whole frame, only for verdict ok */
  readonly jpeg: Blob | null;
  /** milliseconds from the picture's arrival to the verdict and template */
  readonly ms: number;
}

export type PhotoReport =
  | { readonly ok: true; readonly template: Float32Array; readonly faceWidthPx: number }
  | { readonly ok: false; readonly problem: PhotoProblem };

/** Milliseconds of one frame: everything we do, and only detector, mesh, iris, alignment and embedding. */
export interface FrameTimes {
  readonly verifiedMs: number;
  readonly bareMs: number;
}

/** Calls the worker answers, by name: arguments and result. */
export interface EngineCalls {
  load: { argument: { base: string }; result: FaceModelInfo };
  frame: { argument: { picture: ImageBitmap }; result: FrameReport };
  photo: { argument: { photo: Blob }; result: PhotoReport };
  measure: { argument: { picture: ImageBitmap; rounds: number }; result: FrameTimes };
}
export type EngineCall = keyof EngineCalls;

export type EngineRequest = {
  [K in EngineCall]: { id: number; call: K; argument: EngineCalls[K]['argument'] };
}[EngineCall];

export type EngineReply =
  | { id: number; ok: true; result: EngineCalls[EngineCall]['result'] }
  | { id: number; ok: false; reason: string };
