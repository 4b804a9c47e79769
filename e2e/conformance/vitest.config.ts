import { defineConfig } from 'vitest/config';

/** One suite over every transport; each starts a district and a station of its own. */
// eslint-disable-next-line no-restricted-syntax -- Vitest takes its configuration as the default export
export default defineConfig({
  test: {
    include: ['e2e/conformance/**/*.test.ts'],
    root: `${import.meta.dirname}/../..`,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
