import type { AttemptEvent } from './attempt.ts';
import { CAMERA_REMEDIES, type CameraState } from './camera-watch.ts';
import type { FrameVerdict } from './frame-check.ts';
import { HOLD_STILL, PHOTO_PROBLEMS, REASON_HINTS, type PhotoProblem } from './reasons.ts';

export interface AttemptView {
  /** number of the running attempt, null between attempts */
  readonly run: number | null;
  readonly runs: number;
  readonly outcome: 'none' | 'sent' | 'timedOut' | 'failed';
  readonly camera: CameraState;
  readonly photoProblem: PhotoProblem | null;
  readonly verdict: FrameVerdict | null;
  /** frames in a row that said something else than the hint shown */
  readonly dissent: number;
  readonly progress: number;
}

export const FRESH_VIEW: AttemptView = {
  run: null,
  runs: 0,
  outcome: 'none',
  camera: 'starting',
  photoProblem: null,
  verdict: null,
  dissent: 0,
  progress: 0,
};

/** Frames that must agree before the hint changes: at ten a second a person could not read it otherwise. */
const STEADY_FRAMES = 3;

function takeStep(view: AttemptView, verdict: FrameVerdict, progress: number): AttemptView {
  if (verdict === view.verdict) return { ...view, dissent: 0, progress };
  const dissent = view.dissent + 1;
  const change = view.verdict === null || dissent >= STEADY_FRAMES;
  return change ? { ...view, verdict, dissent: 0, progress } : { ...view, dissent, progress };
}

/** What the panel shows after each event. */
export function attemptView(
  view: AttemptView,
  event: AttemptEvent | { type: 'start' | 'cancel' },
): AttemptView {
  const over = { ...view, run: null, verdict: null };
  switch (event.type) {
    case 'start':
      return { ...FRESH_VIEW, run: view.runs + 1, runs: view.runs + 1 };
    case 'cancel':
      return over;
    case 'camera':
      return { ...view, camera: event.state, verdict: null };
    case 'step':
      return takeStep(view, event.verdict, event.progress);
    case 'photo':
      return { ...over, photoProblem: event.problem };
    case 'done':
      return { ...over, outcome: 'sent', progress: 1 };
    case 'timedOut':
      return { ...over, outcome: 'timedOut' };
    case 'failed':
      return { ...over, outcome: 'failed' };
  }
}

/** The camera's problem, if that is what stands in the way. */
export function cameraRemedy(view: AttemptView): string | null {
  const { run, camera } = view;
  return run === null || camera === 'ok' || camera === 'starting' ? null : CAMERA_REMEDIES[camera];
}

/** The one sentence under the picture. */
export function hintOf(view: AttemptView, attemptsLeft: number): string {
  if (view.run !== null) {
    if (cameraRemedy(view)) return '摄像头有问题';
    if (view.camera === 'starting' || view.verdict === null) return '正在准备，请看着屏幕';
    return view.verdict === 'ok' ? HOLD_STILL : REASON_HINTS[view.verdict];
  }
  if (view.photoProblem) return PHOTO_PROBLEMS[view.photoProblem];
  switch (view.outcome) {
    case 'sent':
      return '拍好了，正在比对';
    case 'timedOut':
      return '这次没有拍清楚。可以再试一次，也可以人工核验。';
    case 'failed':
      return '人脸核验暂时用不了，请改用人工核验。';
    case 'none':
      return attemptsLeft === 1 ? '还可以再试一次，也可以人工核验。' : '坐好后点“开始”，约十秒完成。';
  }
}
