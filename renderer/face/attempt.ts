import { startCamera } from './camera.ts';
import type { CameraState } from './camera-watch.ts';
import type { FaceEngine } from './face-engine.ts';
import type { FrameVerdict } from './frame-check.ts';
import type { PhotoProblem } from './reasons.ts';
import { createVerifySession, embedPhoto, type VerifyResult } from './verify-session.ts';

/** Everything the core needs to decide, and what stays on this device. */
export interface FaceCapture extends VerifyResult {
  /** unit template of the ID photo, 512 float32 */
  readonly enrolment: Float32Array;
}

export type AttemptEvent =
  | { readonly type: 'camera'; readonly state: CameraState }
  | { readonly type: 'step'; readonly verdict: FrameVerdict; readonly progress: number }
  | { readonly type: 'photo'; readonly problem: PhotoProblem }
  | { readonly type: 'done'; readonly capture: FaceCapture }
  | { readonly type: 'timedOut' }
  | { readonly type: 'failed' };

export interface AttemptOptions {
  readonly engine: FaceEngine;
  readonly video: HTMLVideoElement;
  readonly idPhoto: Blob;
  readonly deviceId?: string | undefined;
  onEvent(event: AttemptEvent): void;
}

/** Nobody is kept before a working camera longer than this; then a person helps. */
export const ATTEMPT_LIMIT_MS = 30_000;

const nextFrame = (video: HTMLVideoElement) =>
  new Promise<void>((resolve) => video.requestVideoFrameCallback(() => resolve()));

/**
 * One attempt: camera and models side by side, then frames until there are enough good ones. Ends by itself
 * with `done`, `photo`, `timedOut` or `failed`, or by `stop`; the camera is released in each case.
 */
export function startAttempt(options: AttemptOptions): { stop(): void } {
  const { engine, video, idPhoto, onEvent } = options;
  let ended = false;
  let camera: CameraState = 'starting';
  let limit: ReturnType<typeof setTimeout> | undefined;

  const watched = startCamera({
    video,
    deviceId: options.deviceId,
    onState(state) {
      camera = state;
      // a camera that must be mended first costs the person no time
      clearTimeout(limit);
      if (state === 'ok') limit = setTimeout(() => end({ type: 'timedOut' }), ATTEMPT_LIMIT_MS);
      onEvent({ type: 'camera', state });
    },
  });

  function stop() {
    ended = true;
    clearTimeout(limit);
    watched.stop();
  }

  function end(event: AttemptEvent) {
    if (ended) return;
    stop();
    onEvent(event);
  }

  async function run() {
    const photo = await embedPhoto(engine, idPhoto);
    if (!photo.ok) return end({ type: 'photo', problem: photo.problem });
    const session = await createVerifySession(engine);
    while (!ended) {
      await nextFrame(video);
      if (ended || camera !== 'ok') continue;
      const { verdict, progress, result } = await session.feed(await createImageBitmap(video));
      if (ended) return;
      onEvent({ type: 'step', verdict, progress });
      if (result) end({ type: 'done', capture: { ...result, enrolment: photo.template } });
    }
  }

  run().catch(() => end({ type: 'failed' }));
  return { stop };
}
