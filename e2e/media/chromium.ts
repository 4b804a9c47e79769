import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright';

/** Where a Chromium may be: said by the environment, Playwright's own, the system's. */
function candidates(): (string | undefined)[] {
  const programs = process.env['PROGRAMFILES'] ?? 'C:\\Program Files';
  return [
    process.env['NUANCHUANG_CHROMIUM'],
    chromium.executablePath(),
    '/usr/lib/chromium/chromium',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    `${programs}\\Google\\Chrome\\Application\\chrome.exe`,
    `${programs} (x86)\\Microsoft\\Edge\\Application\\msedge.exe`,
  ];
}

export function findChromium(): string {
  const found = candidates().find((file) => file !== undefined && existsSync(file));
  if (!found)
    throw new Error(
      'No Chromium found: install Chromium, Chrome or Edge, or `npx playwright install chromium`',
    );
  return found;
}

/** Chromium's switches for a camera that plays `clip` (mjpeg or y4m) in a loop, permission granted. */
export function fakeCameraArgs(clip: string): string[] {
  return [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${clip}`,
  ];
}

export function launchChromium(args: string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), headless: true, args });
}
