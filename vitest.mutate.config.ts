import { defineConfig } from 'vitest/config';

/** For mutation testing: the rules alone, without the long generated sequences, which have a run of their own. */
export default defineConfig({
  test: {
    include: ['domain/**/*.test.ts'],
    exclude: ['domain/case/process-properties.test.ts'],
    testTimeout: 20_000,
    maxWorkers: 1,
  },
});
