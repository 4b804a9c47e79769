import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { faceAssets } from './face/vite-face-assets.ts';

const here = path.dirname(fileURLToPath(import.meta.url));
const project = path.resolve(here, '..');

/** One page for both hosts. Relative base: `app://` and http://127.0.0.1 serve it from their root alike. */

export default defineConfig({
  root: here,
  base: './',
  plugins: [react(), faceAssets(project)],
  server: { fs: { allow: [project] } },
  build: {
    outDir: path.join(project, 'dist', 'renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    // Data URLs would need a wider CSP; every asset stays a file.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
});
