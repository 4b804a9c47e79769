import { meanTemplate } from '../../domain/face/cosine.ts';
import type { FaceModelInfo } from '../../domain/face/models.ts';
import type { FaceEngine } from './face-engine.ts';
import type { FrameVerdict, RejectReason } from './frame-check.ts';
import type { PhotoProblem } from './reasons.ts';
import { EMPTY_SESSION, takeFrame, type SessionState } from './session-state.ts';

/** Good frames a probe is made of: the mean of three cut false rejections to a third. */
export const FRAMES_WANTED = 3;

/** What one attempt yields. Whether it is the same person is decided in the core, not here. */
export interface VerifyResult {
  /** unit mean of the frames' templates, 512 float32 */
  readonly probe: Float32Array;
  readonly frames: number;
  readonly rejected: Readonly<Partial<Record<RejectReason, number>>>;
  readonly model: FaceModelInfo;
  /** JPEG of the best frame; stays on this device */
  readonly snapshot: Blob;
  /** median time of a frame, milliseconds */
  readonly msPerFrame: number;
}

export interface SessionStep {
  readonly verdict: FrameVerdict;
  /** 0…1 */
  readonly progress: number;
  readonly result: VerifyResult | null;
}

export interface VerifySession {
  /** Looks at one frame (taken over). After the result has been given further frames give it again. */
  feed(picture: ImageBitmap): Promise<SessionStep>;
}

function finish(state: SessionState, model: FaceModelInfo): VerifyResult | null {
  const probe = meanTemplate(state.good.map((g) => g.template));
  const best = state.good.reduce(
    (a, b) => (b.rank > a.rank ? b : a),
    state.good[0] as (typeof state.good)[0],
  );
  if (!probe || !best) return null;
  const times = [...state.times].sort((a, b) => a - b);
  return {
    probe,
    frames: state.good.length,
    rejected: state.rejected,
    model,
    snapshot: best.jpeg,
    msPerFrame: times[times.length >> 1] ?? NaN,
  };
}

/** One attempt of one person. Loads the engine; rejects with what the engine reports. */
export async function createVerifySession(engine: FaceEngine): Promise<VerifySession> {
  const model = await engine.load();
  let state = EMPTY_SESSION;
  let result: VerifyResult | null = null;
  return {
    async feed(picture) {
      if (result) {
        picture.close();
        return { verdict: 'ok', progress: 1, result };
      }
      const taken = takeFrame(state, await engine.frame(picture), model.threshold);
      state = taken.state;
      if (state.good.length >= FRAMES_WANTED) result = finish(state, model);
      const progress = Math.min(1, state.good.length / FRAMES_WANTED);
      return { verdict: taken.verdict, progress, result };
    },
  };
}

export type PhotoEmbedding =
  | {
      readonly ok: true;
      readonly template: Float32Array;
      readonly model: FaceModelInfo;
      readonly faceWidthPx: number;
    }
  | { readonly ok: false; readonly problem: PhotoProblem };

/** The enrolment template of an ID photo, or why there is none. */
export async function embedPhoto(engine: FaceEngine, photo: Blob): Promise<PhotoEmbedding> {
  const model = await engine.load();
  const report = await engine.photo(photo);
  return report.ok ? { ...report, model } : report;
}
