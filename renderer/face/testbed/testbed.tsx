import CssBaseline from '@mui/material/CssBaseline';
import { createRoot } from 'react-dom/client';
import { cosine, decide } from '../../../domain/face/cosine.ts';
import { FACE_ATTEMPTS } from '../../../domain/face/models.ts';
import type { FaceCapture } from '../attempt.ts';
import { startCamera } from '../camera.ts';
import type { CameraState } from '../camera-watch.ts';
import { sharedFaceEngine } from '../face-engine.ts';
import { FacePanel, type FacePanelProps } from '../FacePanel.tsx';
import { measureFrame } from '../measure-frame.ts';
import { embedPhoto } from '../verify-session.ts';

/** What the panel gave, in numbers that can leave the page. */
function summary(capture: FaceCapture) {
  const { probe, enrolment, snapshot, ...rest } = capture;
  const score = cosine(enrolment, probe);
  return {
    ...rest,
    score,
    accepted: decide(score, capture.model.threshold),
    norm: Math.hypot(...probe),
    snapshot: { type: snapshot.type, size: snapshot.size },
  };
}
export type CaptureSummary = ReturnType<typeof summary>;

const load = async (url: string) => (await fetch(url)).blob();
const container = document.getElementById('root');
const root = container ? createRoot(container) : null;
const results: CaptureSummary[] = [];
let manual = 0;
let shown = 0;

/** What tests and benchmarks call in the page. Templates leave as plain arrays. */
const hooks = {
  photo: async (url: string) => hooks.photoBlob(await load(url)),
  async photoBlob(blob: Blob) {
    const found = await embedPhoto(sharedFaceEngine(), blob);
    return found.ok ? { ...found, template: Array.from(found.template) } : found;
  },
  async look(url: string) {
    await sharedFaceEngine().load();
    const report = await sharedFaceEngine().frame(await createImageBitmap(await load(url)));
    return { ...report, template: report.template && Array.from(report.template), jpeg: null };
  },
  /** Shows the panel for one person. */
  async show(options: Partial<Pick<FacePanelProps, 'consent' | 'attemptsLeft'>> & { photo: string | null }) {
    const idPhoto = options.photo ? await load(options.photo) : null;
    root?.render(
      <>
        <CssBaseline />
        <FacePanel
          key={shown++}
          consent={options.consent === undefined ? 'granted' : options.consent}
          attemptsLeft={options.attemptsLeft ?? FACE_ATTEMPTS}
          idPhoto={idPhoto}
          onResult={(capture) => results.push(summary(capture))}
          onManual={() => manual++}
        />
      </>,
    );
  },
  hide: () => root?.render(null),
  outcome: () => ({ results, manual }),
  /** The camera's states with their time, until one of `until` comes. */
  watchCamera: (until: CameraState[], deviceId?: string) =>
    new Promise<{ state: CameraState; ms: number }[]>((resolve) => {
      const seen: { state: CameraState; ms: number }[] = [];
      const start = performance.now();
      const video = document.createElement('video');
      video.muted = true;
      const camera = startCamera({
        video,
        deviceId,
        onState(state) {
          seen.push({ state, ms: performance.now() - start });
          if (!until.includes(state)) return;
          // the first states may come before startCamera has returned
          queueMicrotask(() => camera.stop());
          resolve(seen);
        },
      });
    }),
  measure: async (url: string, rounds: number) =>
    measureFrame(await createImageBitmap(await load(url)), rounds),
};
export type TestbedHooks = typeof hooks;
Object.assign(window, { faceTestbed: hooks });
