import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startAppServer, type AppServer } from './app-server.ts';
import { runChromium, type RunningChromium } from './chromium.ts';
import { standinEnvironment as env } from './environment.ts';

/** The running parts behind the stand-in's Electron: there once the app is ready. */
export interface Machine {
  server: AppServer;
  chromium: RunningChromium;
}

let running: Promise<Machine> | undefined;

export function machine(): Promise<Machine> {
  return (running ??= (async () => {
    const server = await startAppServer();
    // Not below userData: that folder is the app's alone, and Chromium may run as another user.
    const profile = mkdtempSync(path.join(tmpdir(), 'standin-chromium-'));
    return { server, chromium: await runChromium(profile, server.port, env.STANDIN_CAMERA_CLIP) };
  })());
}

export async function stopMachine(): Promise<void> {
  const started = await running?.catch(() => undefined);
  await started?.chromium.close();
  await started?.server.close();
}
