import {
  NOT_WATCHED,
  problemOf,
  watchSample,
  type CameraHealth,
  type CameraState,
  type WatchState,
} from './camera-watch.ts';

export interface Camera {
  /** Stops the track and all watching; the light of the camera goes out. */
  stop(): void;
}

export interface CameraOptions {
  /** plays the picture; muted, inline */
  readonly video: HTMLVideoElement;
  /** absent: the system's first camera */
  readonly deviceId?: string | undefined;
  readonly width?: number;
  readonly height?: number;
  /** told of every change, `starting` first */
  onState(state: CameraState): void;
}

/** After this long without an answer the camera counts as busy (or the question as not answered), ms. */
const OPEN_TIMEOUT_MS = 2500;
const SAMPLE_EVERY_MS = 250;
const SAMPLE = { width: 64, height: 48 };

/** The cameras of this machine; labels are empty until a camera was once allowed. */
export async function listCameras(): Promise<{ deviceId: string; label: string }[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter((d) => d.kind === 'videoinput').map(({ deviceId, label }) => ({ deviceId, label }));
}

function constraints({ deviceId, width = 640, height = 480 }: CameraOptions): MediaStreamConstraints {
  const size = { width: { ideal: width }, height: { ideal: height } };
  return { audio: false, video: deviceId ? { ...size, deviceId: { exact: deviceId } } : size };
}

/** Looks at the picture four times a second and says when it is black or frozen, and when it is well again. */
function watchPicture(video: HTMLVideoElement, onHealth: (health: Exclude<CameraHealth, 'unknown'>) => void) {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, SAMPLE);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  let state: WatchState = NOT_WATCHED;
  const timer = setInterval(() => {
    // while nothing comes an empty sample stands for it, and is called black in time
    context?.clearRect(0, 0, SAMPLE.width, SAMPLE.height);
    if (video.readyState >= video.HAVE_CURRENT_DATA)
      context?.drawImage(video, 0, 0, SAMPLE.width, SAMPLE.height);
    const rgba = context?.getImageData(0, 0, SAMPLE.width, SAMPLE.height).data ?? new Uint8ClampedArray(4);
    const seen = watchSample(state, { at: performance.now(), rgba });
    state = seen.state;
    if (seen.health !== 'unknown') onHealth(seen.health);
  }, SAMPLE_EVERY_MS);
  return () => clearInterval(timer);
}

/** Opens the camera and keeps watching it: every problem is told within 3 s. Reopens when a device is plugged in. */
export function startCamera(options: CameraOptions): Camera {
  const { video } = options;
  let stopped = false;
  let state: CameraState | null = null;
  let stream: MediaStream | null = null;
  let unwatch = () => {};
  let attempt = 0;

  const tell = (next: CameraState) => {
    if (stopped || next === state) return;
    state = next;
    options.onState(next);
  };

  const release = () => {
    unwatch();
    unwatch = () => {};
    stream?.getTracks().forEach((track) => track.stop());
    stream = null;
    video.srcObject = null;
  };

  const show = (opened: MediaStream) => {
    stream = opened;
    opened.getVideoTracks()[0]?.addEventListener('ended', () => {
      if (stream !== opened) return;
      release();
      tell('unplugged');
    });
    video.srcObject = opened;
    // a play() cut short by release() is no failure of the camera
    video.play().catch(() => undefined);
    unwatch = watchPicture(video, tell);
  };

  const open = async () => {
    const mine = ++attempt;
    release();
    tell('starting');
    const late = setTimeout(() => mine === attempt && void tellSilence(mine), OPEN_TIMEOUT_MS);
    try {
      const opened = await navigator.mediaDevices.getUserMedia(constraints(options));
      if (stopped || mine !== attempt) opened.getTracks().forEach((track) => track.stop());
      else show(opened);
    } catch (error) {
      if (mine === attempt) tell(problemOf(error));
    } finally {
      clearTimeout(late);
    }
  };

  /** No answer yet: is the person still asked, or does the device not answer? A late answer is still welcome. */
  const tellSilence = async (mine: number) => {
    const asked = await navigator.permissions.query({ name: 'camera' as PermissionName }).catch(() => null);
    if (mine === attempt && !stream) tell(asked?.state === 'prompt' ? 'denied' : 'busy');
  };

  const replugged = () => {
    if (state !== 'ok' && state !== 'starting') void open();
  };
  navigator.mediaDevices.addEventListener('devicechange', replugged);
  void open();
  return {
    stop() {
      stopped = true;
      attempt++;
      navigator.mediaDevices.removeEventListener('devicechange', replugged);
      release();
    },
  };
}
