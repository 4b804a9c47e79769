import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium } from '../loopback/find-chromium.ts';
import { makeFakeCamera } from './hosts/fake-camera.ts';

const chromium = findChromium();
const camera = makeFakeCamera(path.resolve(import.meta.dirname, '..', '.data', 'e2e-camera'));

/** One worker: two cores carry a browser, a station and a district server at a time. Nothing is retried: flaky is a bug. */

export default defineConfig({
  testDir: './specs',
  outputDir: '../test-results/e2e',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json']],
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: { args: camera.args, ...(chromium ? { executablePath: chromium } : {}) },
  },
  projects: [
    { name: 'loopback' },
    { name: 'electron' },
    // Shell logic on Chromium: the way through the bridge, not every screen once more.
    { name: 'standin', testMatch: /(main-job|offline|draft-survival)\.spec\.ts/ },
  ],
});
