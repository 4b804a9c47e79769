/* eslint-disable no-empty-pattern -- Playwright reads from the pattern which fixtures are wanted. */
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { buildIfStale } from '../../tools/start/build-if-stale.mjs';
import { electronAvailable } from '../hosts/electron.ts';
import { makeFakeCamera, type FakeCamera } from '../hosts/fake-camera.ts';
import { clips, type ClipName } from '../media/cast.ts';
import { Interactions } from '../pages/interactions.ts';
import { Bench } from './bench.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
export const camera: FakeCamera = makeFakeCamera(path.join(root, '.data', 'e2e-camera'));

interface TestFixtures {
  hand: Interactions;
  /** Lays a clip before the lens, or takes the camera away. */
  lens: (clip: ClipName | null) => Promise<void>;
  hostHere: boolean;
}
interface WorkerFixtures {
  bench: Bench;
}

/** A page in the bench's session, its hands, and the camera. The Electron project reports why it cannot run here. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  hostHere: [
    async ({}, use, info) => {
      if (info.project.name === 'electron') {
        const electron = electronAvailable();
        test.skip(true, electron.available ? 'these specs drive the loopback host' : electron.reason);
      }
      await use(true);
    },
    { auto: true },
  ],
  bench: [
    async ({}, use) => {
      buildIfStale(root, process.execPath);
      const bench = await Bench.start();
      await use(bench);
      await bench.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  context: async ({ context, bench }, use) => {
    await context.addCookies([bench.cookie]);
    context.setDefaultTimeout(15_000);
    await use(context);
  },
  hand: async ({ page }, use) => {
    await use(new Interactions(page));
  },
  lens: async ({}, use) => {
    await use(async (clip) => {
      if (clip) camera.show(await clips[clip]());
      else camera.unplug();
    });
    camera.unplug();
  },
});

export { expect };
