import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StillCamera } from '../../core/ports/devices.ts';
import { fail, ok } from '../../domain/values/result.ts';
import { pngSize } from '../image/png-size.ts';
import { withPrivateDir } from '../process/private-dir.ts';
import { runProgram } from '../process/run-program.ts';

export interface StillSettings {
  /** Program node-webcam runs. Default: fswebcam on Linux, imagesnap on macOS. */
  program?: string;
  /** Video device on Linux, '/dev/video0' by default. */
  device?: string;
  /** Seconds until a camera that gives no picture is given up. */
  timeoutSeconds?: number;
}

/** What node-webcam drives here; its Windows helper writes BMP and is not in the package, so there is none there. */
const programs: Partial<Record<NodeJS.Platform, string>> = { linux: 'fswebcam', darwin: 'imagesnap' };
const safe = /^[\w./-]+$/;

/** Still pictures as PNG by node-webcam; the only copy outside memory is in a private folder, removed at once. */
export function createNodeWebcamStill(settings: StillSettings = {}): StillCamera {
  const program = settings.program ?? programs[process.platform] ?? null;
  const device = settings.device ?? false;
  // node-webcam hands a line to a shell: nothing but plain names may get there.
  if ([program, device].some((text) => typeof text === 'string' && !safe.test(text))) {
    throw new TypeError('program and device of the still camera must be plain names');
  }
  return {
    async present() {
      if (program === null) return false;
      if (process.platform !== 'linux')
        return (await runProgram(program, ['-h'], { timeoutMs: 5_000 })).kind !== 'missing';
      const tool = await runProgram(program, ['--version'], { timeoutMs: 5_000 });
      const devices = await readdir('/dev').catch(() => []);
      return tool.kind === 'exited' && devices.some((name) => /^video\d/.test(name));
    },

    async capture() {
      const webcam = program === null ? null : await loadWebcam();
      if (program === null || webcam === null) return fail('still.noTool');
      return withPrivateDir(async (dir) => {
        const camera = webcam.create({
          width: 1920,
          height: 1080,
          output: 'png',
          skip: 10,
          device,
          saveShots: false,
        });
        // node-webcam knows no time limit; a camera that is taken can keep fswebcam waiting for ever.
        camera.bin =
          process.platform === 'linux' ? `timeout ${settings.timeoutSeconds ?? 20} ${program}` : program;
        const file = join(dir, 'still.png');
        const { promise, resolve } = Promise.withResolvers<(Error & { code?: number }) | null>();
        camera.capture(file, resolve);
        const error = await promise;
        if (error?.code === 127) return fail('still.noTool');
        // fswebcam ends well without a camera: only the file says that there is a picture.
        const bytes = await readFile(file).catch(() => null);
        const size = bytes === null ? null : pngSize(bytes);
        if (error !== null || bytes === null || size === null) return fail('still.noDevice');
        return ok({ bytes: new Uint8Array(bytes), mime: 'image/png' as const, ...size });
      });
    },
  };
}

/** The adapter is optional: an installation without the package says still.noTool. */
async function loadWebcam() {
  try {
    return (await import('node-webcam')).default;
  } catch {
    return null;
  }
}
