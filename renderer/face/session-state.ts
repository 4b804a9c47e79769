import { cosine, meanTemplate, normalise } from '../../domain/face/cosine.ts';
import type { FrameReport } from './engine-protocol.ts';
import type { FrameVerdict, RejectReason } from './frame-check.ts';

export interface GoodFrame {
  readonly template: Float32Array;
  readonly jpeg: Blob;
  /** ranks frames for the snapshot: sharp, straight, eyes open */
  readonly rank: number;
}

/** What has been collected so far in one attempt. */
export interface SessionState {
  readonly good: readonly GoodFrame[];
  readonly rejected: Readonly<Partial<Record<RejectReason, number>>>;
  readonly times: readonly number[];
}

export const EMPTY_SESSION: SessionState = { good: [], rejected: {}, times: [] };

function rank({ facts }: FrameReport): number {
  const [face] = facts.faces;
  if (!face || !facts.quality) return -Infinity;
  const turn = Math.abs(face.yaw) + Math.abs(face.pitch) / 2;
  return Math.min(facts.quality.sharpness, 1) + Math.min(face.eyes, 0.3) - turn;
}

function reject(state: SessionState, reason: RejectReason, good: readonly GoodFrame[]): SessionState {
  return { ...state, good, rejected: { ...state.rejected, [reason]: (state.rejected[reason] ?? 0) + 1 } };
}

/** Not one number differs: the same picture twice, which proves nothing the second time. */
const isSame = (a: Float32Array, b: Float32Array) => a.every((x, i) => x === b[i]);

/**
 * Takes one frame in. Frames before an empty chair do not count with those after it, and a frame that does
 * not match the ones collected starts anew: all frames of a probe are of one face.
 */
export function takeFrame(
  state: SessionState,
  report: FrameReport,
  threshold: number,
): { state: SessionState; verdict: FrameVerdict } {
  const timed = { ...state, times: [...state.times, report.ms] };
  if (report.verdict !== 'ok') {
    const good = report.verdict === 'noFace' ? [] : timed.good;
    return { state: reject(timed, report.verdict, good), verdict: report.verdict };
  }
  const template = report.template && normalise(report.template);
  if (!template || !report.jpeg) return { state: reject(timed, 'noFace', []), verdict: 'noFace' };
  if (timed.good.some((g) => isSame(g.template, template))) return { state: timed, verdict: 'ok' };
  const frame = { template, jpeg: report.jpeg, rank: rank(report) };
  const before = meanTemplate(timed.good.map((g) => g.template));
  if (before && !(cosine(before, frame.template) >= threshold)) {
    return { state: reject(timed, 'faceChanged', [frame]), verdict: 'faceChanged' };
  }
  return { state: { ...timed, good: [...timed.good, frame] }, verdict: 'ok' };
}
