import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fakeCameraArgs } from '../media/chromium.ts';

/**
 * One camera of a Chromium. The browser opens its clip anew each time the camera is switched on, so another picture can be
 * laid before the lens between two uses: the page on the table, then the person. A camera that runs goes on as it was.
 */
export interface FakeCamera {
  /** Chromium's switches. */
  args: string[];
  show(clip: string): void;
  unplug(): void;
}

export function makeFakeCamera(dir: string, clip: string): FakeCamera {
  mkdirSync(dir, { recursive: true });
  const lens = path.join(dir, 'camera.mjpeg');
  const show = (next: string): void => {
    copyFileSync(next, `${lens}.next`);
    renameSync(`${lens}.next`, lens);
  };
  show(clip);
  return { args: fakeCameraArgs(lens), show, unplug: () => rmSync(lens, { force: true }) };
}
