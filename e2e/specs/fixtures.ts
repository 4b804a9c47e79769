/* eslint-disable no-empty-pattern -- Playwright reads from the pattern which fixtures are wanted. */
import path from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { buildIfStale } from '../../tools/start/build-if-stale.mjs';
import type { CuttableProxy } from '../hosts/cuttable-proxy.ts';
import { electronAvailable } from '../hosts/electron.ts';
import { makeFakeCamera, type FakeCamera } from '../hosts/fake-camera.ts';
import { clips, type ClipName } from '../media/cast.ts';
import { Interactions } from '../pages/interactions.ts';
import { Bench } from './bench.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
/** The projects' names. */
const HostKind = z.enum(['loopback', 'electron', 'standin']);
export const camera: FakeCamera = makeFakeCamera(path.join(root, '.data', 'e2e-camera'));

interface TestFixtures {
  hand: Interactions;
  /** Opens a place of the page afresh: '/', '/cases'. */
  visit: (place: string, on?: Page) => Promise<void>;
  /** Lays a clip before the lens, or takes the camera away. */
  lens: (clip: ClipName | null) => Promise<void>;
  /** The network between station and district; whole again after each test. */
  wire: CuttableProxy;
  hostHere: boolean;
}
interface WorkerFixtures {
  bench: Bench;
}

/** A page in the bench's session, its hands, and the camera. The Electron project reports why it cannot run here. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  hostHere: [
    async ({}, use, info) => {
      const electron = electronAvailable();
      const absent = info.project.name === 'electron' && !electron.available;
      test.skip(absent, electron.available ? '' : electron.reason);
      await use(true);
    },
    { auto: true },
  ],
  bench: [
    async ({}, use, worker) => {
      buildIfStale(root, process.execPath);
      const bench = await Bench.start(HostKind.parse(worker.project.name), camera);
      await use(bench);
      await bench.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  page: async ({ bench, context }, use) => {
    await bench.admit(context);
    const page = bench.window ?? (await context.newPage());
    page.setDefaultTimeout(15_000);
    await use(page);
  },
  visit: async ({ bench, page }, use) => {
    await use(async (place, on = page) => {
      const empty = on.url() === 'about:blank';
      await on.goto(bench.address(place));
      // Only the part behind # has changed: the page begins anew for whoever is signed in now.
      if (!empty) await on.reload();
    });
  },
  hand: async ({ page }, use) => {
    await use(new Interactions(page));
  },
  wire: async ({ bench }, use) => {
    await use(bench.surroundings.wire);
    bench.surroundings.wire.mend();
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
