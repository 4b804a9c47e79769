import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { CdpPipe } from './cdp-pipe.ts';
import { shareDisplay } from './display-access.ts';

export interface BrowserOptions {
  executable: string;
  /** Private profile of this station; nothing of the user's own browser is touched. */
  profileDir: string;
  origin: string;
  kiosk: boolean;
  /** Without a window, for tests on machines that have no display. */
  headless?: boolean;
}

export interface Browser {
  /** Folder of the profile in use. */
  profile: string;
  /** Sends the window to an address over the pipe, so that one-time codes never show in a process list. */
  open(address: string): Promise<void>;
  /** Resolves when the browser has ended, by the user or by `close`. */
  ended: Promise<void>;
  close(): Promise<void>;
}

const nobody = 65534;
const runsAsRoot = (): boolean => process.platform === 'linux' && process.getuid?.() === 0;

const quietFlags = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-session-crashed-bubble',
  '--noerrdialogs',
  '--password-store=basic',
  '--disable-features=Translate,MediaRouter,OptimizationHints',
];

/**
 * Root gives the browser to an unprivileged user, so that its sandbox stays on. That user cannot look into our private data
 * folder, so its profile lies in the temporary folder, made anew at each start.
 */
function startProcess({ executable, profileDir, origin, kiosk, headless }: BrowserOptions): {
  child: ChildProcess;
  profile: string;
} {
  const drop = runsAsRoot() && existsSync('/usr/bin/setpriv');
  const profile = drop ? freshProfile(profileDir) : profileDir;
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  const flags = [
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
    ...quietFlags,
    ...(headless ? ['--headless=new'] : []),
    ...(kiosk ? ['--kiosk'] : ['--window-size=1366,768']),
    // Ours from the start: an app window that comes to our address from elsewhere would get an address bar.
    `--app=${origin}/`,
  ];
  if (drop) chownSync(profile, nobody, nobody);
  const prefix = drop
    ? ['/usr/bin/setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--']
    : [];
  const [command = executable, ...args] = [...prefix, executable, ...flags];
  const child = spawn(command, args, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(drop ? { HOME: profile, ...shareDisplay(profile, nobody) } : {}) },
  });
  return { child, profile };
}

/** The place of the unprivileged profile that belongs to this data folder, emptied. */
function freshProfile(profileDir: string): string {
  const name = createHash('sha256').update(path.resolve(profileDir)).digest('hex').slice(0, 16);
  const profile = path.join(tmpdir(), `nuanchuang-browser-${name}`);
  rmSync(profile, { recursive: true, force: true });
  return profile;
}

const Targets = z.object({ targetInfos: z.array(z.object({ targetId: z.string(), type: z.string() })) });
const Session = z.object({ sessionId: z.string() });

/** Opens the app's window in the system's Chromium with the camera allowed for our origin and nothing else. */
export async function launchChromium(options: BrowserOptions): Promise<Browser> {
  const { child, profile } = startProcess(options);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.once('error', () => {
      resolve();
    });
  });
  const pipe = new CdpPipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  await Promise.race([
    pipe.send('Browser.getVersion'),
    ended.then(() => Promise.reject(new Error('browser did not start'))),
  ]);
  await pipe.send('Browser.grantPermissions', { origin: options.origin, permissions: ['videoCapture'] });
  const session = await attachToWindow(pipe);
  return {
    profile,
    ended,
    open: async (address) => {
      // The query makes it another document than the one that is open, so that the page reads what is behind #.
      const url = address.replace('/#', '/?window#');
      await pipe.send('Page.navigate', { url }, session);
    },
    close: async () => {
      pipe.send('Browser.close').catch(() => child.kill('SIGKILL'));
      const hard = setTimeout(() => child.kill('SIGKILL'), 3000);
      await ended;
      clearTimeout(hard);
    },
  };
}

async function attachToWindow(pipe: CdpPipe): Promise<string> {
  for (;;) {
    const { targetInfos } = Targets.parse(await pipe.send('Target.getTargets'));
    const page = targetInfos.find((t) => t.type === 'page');
    if (!page) continue;
    return Session.parse(await pipe.send('Target.attachToTarget', { targetId: page.targetId, flatten: true }))
      .sessionId;
  }
}
