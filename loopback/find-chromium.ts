import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const windowsPaths = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];

const macPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Debian wraps the browser in a shell script that outlives signals badly; the real binary is started instead. */
const behindWrapper: Record<string, string> = { '/usr/bin/chromium': '/usr/lib/chromium/chromium' };

function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function candidates(env: NodeJS.ProcessEnv): string[] {
  if (env['NUANCHUANG_BROWSER']) return [env['NUANCHUANG_BROWSER']];
  if (process.platform === 'win32') {
    const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].filter(
      (r) => r !== undefined,
    );
    return roots.flatMap((root) => windowsPaths.map((p) => path.join(root, p)));
  }
  if (process.platform === 'darwin') return macPaths;
  const dirs = (env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => dirs.map((dir) => path.join(dir, name)));
}

/** The system's Chromium, Chrome or Edge; null when there is none. `NUANCHUANG_BROWSER` names one outright. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  const found = candidates(env).find((file) => existsSync(file) && executable(file));
  if (!found) return null;
  const real = behindWrapper[found];
  return real && executable(real) ? real : found;
}
