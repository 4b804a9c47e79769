import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '{domain,contract,core,db,devices,district,loopback,main,preload,renderer,station,cli,bench,tools,packaging}/**/*.test.{ts,tsx}',
      'e2e/{media,electron-standin,conformance,hosts,walk}/**/*.test.ts',
    ],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
  },
});
