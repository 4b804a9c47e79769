import { defineConfig } from 'vitest/config';

/** Shell logic on Chromium: each file starts its own app, one after the other. */
// eslint-disable-next-line no-restricted-syntax -- Vitest takes its configuration as the default export
export default defineConfig({
  test: {
    include: ['e2e/electron-standin/**/*.test.ts'],
    root: `${import.meta.dirname}/../..`,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
