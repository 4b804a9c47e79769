import { defineConfig } from 'vitest/config';

/** Packages real installers from a fake Electron: slow, so apart from the unit tests. */
// eslint-disable-next-line no-restricted-syntax -- Vitest takes its configuration as the default export
export default defineConfig({
  test: {
    root: `${import.meta.dirname}/..`,
    include: ['packaging/**/*.test.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    fileParallelism: false,
  },
});
