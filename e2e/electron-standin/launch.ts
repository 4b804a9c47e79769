import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { ControlReply, Description, type ControlRequest } from './control-messages.ts';

const project = path.resolve(import.meta.dirname, '..', '..');

export interface LaunchOptions {
  /** Folder with `main/main.js`, `preload/bridge.cjs`, `renderer/`; the project's `dist` when absent. */
  dist?: string;
  /** Electron's userData: profile, lock and, unless NUANCHUANG_DATA says otherwise, the station's data. */
  userData: string;
  env?: Record<string, string>;
  args?: readonly string[];
  keyring?: 'gnome_libsecret' | 'basic_text' | 'none';
  hostileFrames?: boolean;
  cameraClip?: string;
}

export interface StandinApp {
  /** The page of the newest window, main world. */
  evaluate(expression: string): Promise<unknown>;
  /** Asks until the expression is true; throws after the time. */
  waitFor(expression: string, timeoutMs?: number): Promise<void>;
  describe(): Promise<Description>;
  force(url: string): Promise<void>;
  crash(): Promise<void>;
  closeWindow(): Promise<void>;
  quit(): Promise<void>;
  /** For Playwright's `connectOverCDP`. */
  cdpEndpoint: string;
  /** Port of the server that carries `app://`, for requests no browser would send. */
  appPort: number;
  pid: number;
  /** JSON lines of the app on standard error so far. */
  log(): string;
  exited: Promise<number | null>;
  /** Quits as a user would; kills what does not go. */
  close(): Promise<void>;
}

/** A request of any kind without its number. */
type Ask = ControlRequest extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never;

function askerOf(child: ChildProcess): (ask: Ask) => Promise<unknown> {
  let lastId = 0;
  const waiting = new Map<number, { resolve(value: unknown): void; reject(cause: Error): void }>();
  child.on('message', (raw) => {
    const reply = ControlReply.parse(raw);
    if (reply.type !== 'answer') return;
    if (reply.ok) waiting.get(reply.id)?.resolve(reply.value);
    else waiting.get(reply.id)?.reject(new Error(String(reply.value)));
    waiting.delete(reply.id);
  });
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('the app has ended'));
    waiting.clear();
  });
  return (ask) =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      waiting.set(id, { resolve, reject });
      child.send({ ...ask, id }, (cause) => cause && reject(cause));
    });
}

function start({
  dist,
  userData,
  env,
  args,
  keyring,
  hostileFrames,
  cameraClip,
}: LaunchOptions): ChildProcess {
  const main = path.join(dist ?? path.join(project, 'dist'), 'main', 'main.js');
  return fork(main, args, {
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      '--import',
      path.join(import.meta.dirname, 'register.ts'),
    ],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    serialization: 'advanced',
    env: {
      ...process.env,
      STANDIN_USER_DATA: userData,
      STANDIN_KEYRING: keyring ?? 'gnome_libsecret',
      STANDIN_HOSTILE_FRAMES: hostileFrames ? 'yes' : 'no',
      ...(cameraClip ? { STANDIN_CAMERA_CLIP: cameraClip } : {}),
      ...env,
    },
  });
}

async function waitUntil(check: () => Promise<unknown>, timeoutMs: number, what: string): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await check().catch(() => false))) {
    if (Date.now() > end) throw new Error(`not within ${timeoutMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Starts the bundles on the stand-in. An app that ends before its page is loaded rejects with its log. */
export async function launchOnStandin(options: LaunchOptions): Promise<StandinApp> {
  const child = start(options);
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const ask = askerOf(child);
  const loaded = new Promise<void>((resolve) =>
    child.on('message', (raw) => (raw as ControlReply).type === 'loaded' && resolve()),
  );
  await Promise.race([
    loaded,
    exited.then((code) =>
      Promise.reject(new Error(`the app ended with ${code} before its page was there\n${text}`)),
    ),
  ]);
  const describe = async (): Promise<Description> => Description.parse(await ask({ op: 'describe' }));
  const { cdpEndpoint, appPort } = await describe();
  return {
    evaluate: (expression) => ask({ op: 'evaluate', expression }),
    waitFor: (expression, timeoutMs = 10_000) =>
      waitUntil(() => ask({ op: 'evaluate', expression }), timeoutMs, expression),
    describe,
    force: async (url) => void (await ask({ op: 'force', url })),
    crash: async () => void (await ask({ op: 'crash' })),
    closeWindow: async () => void (await ask({ op: 'closeWindow' })),
    quit: async () => void (await ask({ op: 'quit' }).catch(() => undefined)),
    cdpEndpoint,
    appPort,
    pid: child.pid ?? 0,
    log: () => text,
    exited,
    async close() {
      if (child.exitCode === null) child.kill('SIGTERM');
      const forced = setTimeout(() => child.kill('SIGKILL'), 25_000);
      await exited;
      clearTimeout(forced);
    },
  };
}
