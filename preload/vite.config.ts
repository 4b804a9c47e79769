import path from 'node:path';
import { defineConfig } from 'vite';

const project = path.resolve(import.meta.dirname, '..');

/** dist/preload/bridge.cjs: one file without imports, since a sandboxed preload script can load nothing else. */

export default defineConfig({
  root: project,
  publicDir: false,
  build: {
    target: 'chrome130',
    outDir: path.join(project, 'dist', 'preload'),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      external: ['electron'],
      input: path.join(project, 'preload', 'bridge.ts'),
      output: { format: 'cjs', entryFileNames: 'bridge.cjs', codeSplitting: false },
    },
  },
});
