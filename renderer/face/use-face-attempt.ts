import { useCallback, useEffect, useEffectEvent, useReducer, useRef } from 'react';
import { startAttempt, type AttemptEvent, type FaceCapture } from './attempt.ts';
import { attemptView, FRESH_VIEW } from './attempt-view.ts';
import { discardFaceEngine, sharedFaceEngine } from './face-engine.ts';

interface Options {
  readonly idPhoto: Blob | null;
  readonly deviceId?: string | undefined;
  onResult(capture: FaceCapture): void;
  onTimedOut(): void;
}

/** Runs attempts against the video element it hands out; stops camera and attempt when the panel goes. */
export function useFaceAttempt({ idPhoto, deviceId, onResult, onTimedOut }: Options) {
  const video = useRef<HTMLVideoElement>(null);
  const [view, dispatch] = useReducer(attemptView, FRESH_VIEW);
  const { run } = view;

  const onEvent = useEffectEvent((event: AttemptEvent) => {
    if (event.type === 'failed') discardFaceEngine();
    dispatch(event);
    if (event.type === 'done') onResult(event.capture);
    if (event.type === 'timedOut') onTimedOut();
  });

  useEffect(() => {
    if (run === null || !idPhoto || !video.current) return;
    const attempt = startAttempt({
      engine: sharedFaceEngine(),
      video: video.current,
      idPhoto,
      deviceId,
      onEvent: (event) => onEvent(event),
    });
    return () => attempt.stop();
  }, [run, idPhoto, deviceId]);

  const start = useCallback(() => dispatch({ type: 'start' }), []);
  const cancel = useCallback(() => dispatch({ type: 'cancel' }), []);
  return { video, view, start, cancel };
}
