import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { defineConfig } from 'vite';

const project = path.resolve(import.meta.dirname, '..');
const { dependencies } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};
/** Packages stay packages: some load their drivers, fonts or binaries from beside themselves. */
const external = (id: string): boolean =>
  id === 'electron' ||
  id.startsWith('node:') ||
  builtinModules.includes(id) ||
  Object.keys(dependencies).some((name) => id === name || id.startsWith(`${name}/`));

const worker = path.join(project, 'station', 'core-worker.ts');

/** dist/main/main.js for Electron's main process and dist/main/core-worker.js for the core's thread, as ES modules. */

export default defineConfig({
  root: project,
  publicDir: false,
  build: {
    // 'ssr' means: for Node, with `new URL('./core-worker…', import.meta.url)` left alone.
    ssr: true,
    target: 'node24',
    outDir: path.join(project, 'dist', 'main'),
    emptyOutDir: true,
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      external,
      input: {
        main: path.join(project, 'main', 'main.ts'),
        ...(existsSync(worker) ? { 'core-worker': worker } : {}),
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared-[hash].js' },
    },
  },
  ssr: { noExternal: true },
});
