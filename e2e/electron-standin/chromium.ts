import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { findChromium } from '../media/chromium.ts';
import { Cdp } from './cdp.ts';

const nobody = 65534;

export interface RunningChromium {
  cdp: Cdp;
  /** Address for a second driver, Playwright's connectOverCDP. */
  endpoint: string;
  exited: Promise<void>;
  close(): Promise<void>;
}

function commandLine(profile: string, appPort: number, clip: string | undefined): string[] {
  return [
    '--headless=new',
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
    '--remote-debugging-port=0',
    '--no-first-run',
    '--disable-component-update',
    '--disable-background-networking',
    // The app's origin is our server; every other name is unknown, as it would be without network.
    `--host-resolver-rules=MAP *.app.localhost 127.0.0.1:${appPort}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    '--use-fake-device-for-media-stream',
    ...(clip ? [`--use-file-for-fake-video-capture=${clip}`] : []),
    'about:blank',
  ];
}

/** Root may not run Chromium's sandbox: another user does, with the sandbox on. */
function start(profile: string, args: string[]): ChildProcess {
  const browser = findChromium();
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const command = asRoot
    ? ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--', browser, ...args]
    : [browser, ...args];
  mkdirSync(profile, { recursive: true });
  if (asRoot) chownSync(profile, nobody, nobody);
  const [file = '', ...rest] = command;
  const env = { ...process.env, HOME: profile, XDG_CONFIG_HOME: profile, XDG_CACHE_HOME: profile };
  return spawn(file, rest, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], env });
}

export async function runChromium(profile: string, appPort: number, clip?: string): Promise<RunningChromium> {
  const child = start(profile, commandLine(profile, appPort, clip));
  const exited = once(child, 'exit').then(() => undefined);
  const cdp = new Cdp(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const removeProfile = (): void => rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  await cdp.send('Browser.getVersion').catch((cause: unknown) => {
    removeProfile();
    throw new Error('Chromium ended before it answered', { cause });
  });
  // Written before the pipe answers, by the same thread that opens the port.
  const [port] = readFileSync(path.join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  return {
    cdp,
    endpoint: `http://127.0.0.1:${port}`,
    exited,
    async close() {
      await cdp.send('Browser.close').catch(() => undefined);
      const forced = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await exited;
      clearTimeout(forced);
      removeProfile();
    },
  };
}
