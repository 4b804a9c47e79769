import path from 'node:path';
import { chromium, type Page } from 'playwright';
import type { Call, Reply } from '../../contract/envelope.ts';
import { createClient, type Client } from '../../renderer/client.ts';
import type { Transport } from '../../renderer/transport/transport.ts';
import { launchOnStandin } from '../electron-standin/launch.ts';
import { contractClient, redeemAddress, type SessionCookie } from './contract-client.ts';
import { launchElectron } from './electron.ts';
import { startLoopbackHost } from './loopback.ts';
import type { Surroundings } from './surroundings.ts';

/** `standin`: the shell's own bundles with Chromium's window instead of Electron's ("shell logic on Chromium"). */
export type HostKind = 'loopback' | 'electron' | 'standin';

/** One running station on some host, as specs drive it. */
export interface Station {
  /** Address of the page, without what stands behind #. */
  pageUrl: string;
  /** Calls in the same session as the page's. */
  client: Client;
  /** What a browser needs to be in that session; null where the host has its own window. */
  cookie: SessionCookie | null;
  window: Page | null;
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export interface StationOptions {
  surroundings: Surroundings;
  cameraArgs: string[];
  lens: string;
}

export const openStation: Record<HostKind, (options: StationOptions) => Promise<Station>> = {
  async loopback({ surroundings }) {
    const { address, process } = await startLoopbackHost(surroundings.env);
    const { origin, cookie } = await redeemAddress(address);
    const client = contractClient(origin, cookie);
    return { pageUrl: `${origin}/`, client, cookie, window: null, kill: process.kill, stop: process.stop };
  },

  async electron({ surroundings: { env, dataDir }, cameraArgs }) {
    const userData = path.join(dataDir, 'electron');
    const { app, page, close } = await launchElectron({ userData, env, args: cameraArgs });
    const kill = async (): Promise<void> => {
      const gone = app.waitForEvent('close');
      app.process().kill('SIGKILL');
      await gone;
    };
    return { ...(await inWindow(page)), kill, stop: close };
  },

  async standin({ surroundings: { env, dataDir }, lens }) {
    const userData = path.join(dataDir, 'standin');
    const app = await launchOnStandin({ userData, env, cameraClip: lens });
    const browser = await chromium.connectOverCDP(app.cdpEndpoint);
    const page = browser
      .contexts()[0]
      ?.pages()
      .find((each) => each.url() !== 'about:blank');
    if (!page) throw new Error('the shell opened no window');
    const kill = async (): Promise<void> => {
      process.kill(app.pid, 'SIGKILL');
      await app.exited;
    };
    return { ...(await inWindow(page)), kill, stop: app.close };
  },
};

async function inWindow(page: Page): Promise<Pick<Station, 'pageUrl' | 'client' | 'cookie' | 'window'>> {
  await page.waitForFunction(() => window.nuanchuang !== undefined);
  const pageUrl = page.url().replace(/#.*$/, '');
  return { pageUrl, client: createClient(pageTransport(page)), cookie: null, window: page };
}

/** The bridge of a page, called from here: bytes go as base64, since the driver carries JSON. */
function pageTransport(page: Page): Transport {
  return {
    async send({ envelope, binary }: Call): Promise<Reply> {
      const base64 = binary ? Buffer.from(binary).toString('base64') : null;
      const reply = await page.evaluate(
        async (given) => {
          const bytes =
            given.base64 === null ? undefined : Uint8Array.from(atob(given.base64), (c) => c.charCodeAt(0));
          const answer = await window.nuanchuang?.call(given.envelope, bytes);
          return answer?.envelope;
        },
        { envelope, base64 },
      );
      return { envelope: reply as Reply['envelope'] };
    },
    onNews: () => () => undefined,
    onConnection: () => () => undefined,
  };
}
