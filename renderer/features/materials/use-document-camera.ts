import { useEffect, useRef, useState } from 'react';
import { chosenCamera, chooseCamera } from '../../capture/camera-choice.ts';
import type { PageEngine } from '../../capture/page-engine.ts';
import type { Quad } from '../../capture/quad.ts';
import { glanceAt } from '../../capture/still.ts';
import { listCameras, startCamera } from '../../face/camera.ts';
import type { CameraState } from '../../face/camera-watch.ts';

/** What a document camera is asked for, pixels; the browser gives the nearest it has. */
const WANTED = { width: 3264, height: 2448 };
/** Rest between two looks for the page, ms. */
const REST_MS = 120;

export interface LivePage {
  readonly quad: Quad;
  readonly width: number;
  readonly height: number;
}

/** The document camera in a video element: its state, the page seen in it, and which camera is used. */
export function useDocumentCamera(engine: PageEngine) {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>('starting');
  const [seen, setSeen] = useState<LivePage | null>(null);
  const [deviceId, setDeviceId] = useState(() => chosenCamera('document'));
  const [cameras, setCameras] = useState<{ deviceId: string; label: string }[]>([]);
  const [run, setRun] = useState(0);

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    const camera = startCamera({
      ...{ video: element, deviceId, ...WANTED },
      onState(next) {
        setState(next);
        // a camera remembered from another day may be gone: take the first there is
        if (next === 'notFound' && deviceId) setDeviceId(undefined);
        if (next === 'ok') void listCameras().then(setCameras);
      },
    });
    return () => camera.stop();
  }, [deviceId, run]);

  useEffect(() => {
    if (state !== 'ok') return;
    let over = false;
    let timer: ReturnType<typeof setTimeout>;
    const look = async (): Promise<void> => {
      const element = video.current;
      if (!element || over) return;
      const { videoWidth: width, videoHeight: height } = element;
      const quad = await engine
        .call('look', { frame: await glanceAt(element), fullWidth: width })
        .catch(() => null);
      if (over) return;
      setSeen(quad && { quad, width, height });
      timer = setTimeout(() => void look(), REST_MS);
    };
    void look();
    return () => {
      over = true;
      clearTimeout(timer);
      setSeen(null);
    };
  }, [state, engine]);

  const choose = (id: string): void => {
    chooseCamera('document', id);
    setDeviceId(id);
  };
  return { video, state, seen, cameras, deviceId, choose, retry: () => setRun((n) => n + 1) };
}
