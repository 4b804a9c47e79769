import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { startFailure } from '../contract/start-failure.ts';
import { startStation } from '../station/start-station.ts';
import { findChromium } from './find-chromium.ts';
import { launchChromium, type Browser } from './launch-chromium.ts';
import { startLoopbackServer, type LoopbackServer } from './loopback-server.ts';

/** What the starter passes; everything has a default but the folders. */
const Environment = z.object({
  NUANCHUANG_DATA: z.string().min(1),
  NUANCHUANG_DISTRICT: z.url(),
  NUANCHUANG_ID_READER: z.url().default('http://127.0.0.1:19196'),
  NUANCHUANG_MODE: z.enum(['window', 'kiosk', 'field']).default('window'),
  NUANCHUANG_HOST_REASON: z.string().default('started directly'),
  NUANCHUANG_WINDOW: z.enum(['open', 'none']).default('open'),
  NUANCHUANG_PORT: z.coerce.number().int().min(0).max(65535).default(0),
});

function readEnvironment(): z.infer<typeof Environment> {
  const parsed = Environment.safeParse(process.env);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`config.invalid: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

const say = (event: string, data: Record<string, unknown> = {}): void => {
  process.stdout.write(`${JSON.stringify({ event, ...data })}\n`);
};

/** Starts the loopback host: core, server on 127.0.0.1 and, unless told not to, a window. Speaks JSON lines on stdout. */
async function serve(): Promise<void> {
  const env = readEnvironment();
  const root = path.resolve(import.meta.dirname, '..');
  const core = await startStation({
    dataDir: env.NUANCHUANG_DATA,
    resourcesDir: path.join(root, 'assets'),
    districtUrl: env.NUANCHUANG_DISTRICT,
    idReaderUrl: env.NUANCHUANG_ID_READER,
    deviceName: `${env.NUANCHUANG_MODE}-loopback`,
    host: {
      kind: 'loopback',
      reason: env.NUANCHUANG_HOST_REASON,
      version: '0.1.0',
      mode: env.NUANCHUANG_MODE,
      fontsOk: existsSync(path.join(root, 'assets', 'fonts')),
    },
    key: null,
  });
  const server = await startLoopbackServer(core, path.join(root, 'dist', 'renderer'), env.NUANCHUANG_PORT);
  let browser: Browser | null = null;
  let stopping: Promise<void> | null = null;
  const stop = (): Promise<void> =>
    (stopping ??= (async () => {
      await browser?.close();
      await server.close();
      await core.close();
      process.exit(0);
    })());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
  // The starter holds our stdin open: when it is gone, so are we.
  process.stdin.on('end', () => void stop()).resume();
  const executable = env.NUANCHUANG_WINDOW === 'open' ? findChromium() : null;
  if (executable) browser = await openWindow(executable, env, server).catch(() => null);
  // Without a window the one-time address lets any browser on this machine in.
  say('listening', {
    origin: server.origin,
    window: browser !== null,
    address: browser ? null : server.oneTimeAddress(),
  });
  void browser?.ended.then(stop);
}

async function openWindow(
  executable: string,
  env: z.infer<typeof Environment>,
  server: LoopbackServer,
): Promise<Browser> {
  const browser = await launchChromium({
    executable,
    profileDir: path.join(env.NUANCHUANG_DATA, 'browser'),
    origin: server.origin,
    kiosk: env.NUANCHUANG_MODE === 'kiosk',
  });
  await browser.open(server.oneTimeAddress());
  return browser;
}

serve().catch((error: unknown) => {
  const { event, ...why } = startFailure(error);
  say(event, why);
  process.exit(1);
});
