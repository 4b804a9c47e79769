import { toLuma } from './picture-quality.ts';

/** What a camera can be, from the moment it is asked for. */
export type CameraState =
  'starting' | 'ok' | 'denied' | 'notFound' | 'busy' | 'unplugged' | 'black' | 'frozen';
export type CameraProblem = Exclude<CameraState, 'starting' | 'ok'>;

/** What to do about it, in one plain sentence or two. */
export const CAMERA_REMEDIES: Record<CameraProblem, string> = {
  denied: '没有使用摄像头的权限。请在浏览器提示中点“允许”，或请工作人员在系统设置里打开。',
  notFound: '没有找到摄像头。请插好摄像头的线，插好后会自动继续。',
  busy: '摄像头打不开，可能被别的程序占用。请关闭其他用摄像头的程序，再点“重试”。',
  unplugged: '摄像头断开了。请重新插好，插好后会自动继续。',
  black: '画面全黑。请打开镜头盖，并确认没有别的程序在用摄像头。',
  frozen: '画面停住了。请拔下摄像头再插上，插好后会自动继续。',
};

/** What one look at the picture gives: a small reduction of it. */
export interface CameraSample {
  /** milliseconds on any steady clock */
  readonly at: number;
  /** RGBA of the reduction */
  readonly rgba: Uint8ClampedArray;
}

export interface WatchState {
  /** two pictures differed once: the camera lives */
  readonly alive: boolean;
  readonly blackSince: number | null;
  readonly stillSince: number | null;
  readonly last: Uint8ClampedArray | null;
}

export type CameraHealth = 'unknown' | 'ok' | 'black' | 'frozen';

export const NOT_WATCHED: WatchState = {
  alive: false,
  blackSince: null,
  stillSince: null,
  last: null,
};

/** A picture is called black or frozen after this long, milliseconds; with the time to open, found within 3 s. */
export const BLACK_AFTER_MS = 1500;
export const FROZEN_AFTER_MS = 1500;
/** Mean luma below this with almost no contrast: a shut lens. A dark room still shows noise and edges. */
const BLACK_LUMA = 12;
const BLACK_CONTRAST = 3;

function isBlack(rgba: Uint8ClampedArray): boolean {
  const luma = toLuma(rgba);
  const mean = luma.reduce((s, v) => s + v, 0) / luma.length;
  const deviation = Math.sqrt(luma.reduce((s, v) => s + (v - mean) ** 2, 0) / luma.length);
  return mean < BLACK_LUMA && deviation < BLACK_CONTRAST;
}

/** A living sensor has noise: two looks that agree in every byte are one and the same picture. */
const isSame = (a: Uint8ClampedArray, b: Uint8ClampedArray | null) =>
  b !== null && a.length === b.length && a.every((v, i) => v === b[i]);

/**
 * Takes one sample in and says what the picture is like; `unknown` until it was seen to change. Black outranks
 * frozen: a shut lens is both.
 */
export function watchSample(
  state: WatchState,
  sample: CameraSample,
): { state: WatchState; health: CameraHealth } {
  const { at, rgba } = sample;
  const blackSince = isBlack(rgba) ? (state.blackSince ?? at) : null;
  const stillSince = isSame(rgba, state.last) ? (state.stillSince ?? at) : null;
  const alive = state.alive || (state.last !== null && blackSince === null && stillSince === null);
  const next = { alive, blackSince, stillSince, last: rgba };
  if (blackSince !== null && at - blackSince >= BLACK_AFTER_MS) return { state: next, health: 'black' };
  // a black picture that does not move is on its way to be called black
  const frozen = blackSince === null && stillSince !== null && at - stillSince >= FROZEN_AFTER_MS;
  return { state: next, health: frozen ? 'frozen' : alive ? 'ok' : 'unknown' };
}

/** The problem behind a rejection of getUserMedia, by its name in the Media Capture specification. */
export function problemOf(error: unknown): CameraProblem {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'notFound';
  return 'busy';
}
