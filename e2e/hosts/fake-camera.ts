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
  /** The file the browser takes for a camera. */
  lens: string;
  show(clip: string): void;
  /** From the next time it is switched on there is none; it begins like that too. */
  unplug(): void;
}

export function makeFakeCamera(dir: string): FakeCamera {
  mkdirSync(dir, { recursive: true });
  const lens = path.join(dir, 'camera.mjpeg');
  const unplug = (): void => rmSync(lens, { force: true });
  const show = (clip: string): void => {
    copyFileSync(clip, `${lens}.next`);
    renameSync(`${lens}.next`, lens);
  };
  return { args: fakeCameraArgs(lens), lens, show, unplug };
}
