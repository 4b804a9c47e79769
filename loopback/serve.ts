import { existsSync } from 'node:fs';
import path from 'node:path';
import { startFailure } from '../contract/start-failure.ts';
import { startStation } from '../station/start-station.ts';
import { findChromium } from './find-chromium.ts';
import { launchChromium, type Browser } from './launch-chromium.ts';
import { startLoopbackServer, type LoopbackServer } from './loopback-server.ts';
import { readSettings, type Settings } from './settings.ts';

const say = (event: string, data: Record<string, unknown> = {}): void => {
  process.stdout.write(`${JSON.stringify({ event, ...data })}\n`);
};

/** Starts the loopback host: core, server on 127.0.0.1 and, unless told not to, a window. Speaks JSON lines on stdout. */
async function serve(): Promise<void> {
  const env = readSettings(process.env);
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

async function openWindow(executable: string, env: Settings, server: LoopbackServer): Promise<Browser> {
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
