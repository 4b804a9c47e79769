import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { FACE_ASSETS } from './assets-manifest.ts';

/** Vite plugin: serves the models in development and copies them into the build. `root` is the project folder. */
export function faceAssets(root: string): Plugin {
  const byUrl = new Map(FACE_ASSETS.map((asset) => [`/${asset.to}`, path.join(root, asset.from)]));
  return {
    name: 'nuanchuang-face-assets',
    config: () => ({
      // The engine's worker imports modules; the optimiser would part ONNX Runtime from its wasm file.
      worker: { format: 'es' },
      optimizeDeps: { exclude: ['onnxruntime-web', '@vladmandic/human'] },
    }),
    configureServer(server) {
      server.middlewares.use((req, res, next) => {
        const file = byUrl.get((req.url ?? '').split('?')[0] ?? '');
        if (!file) return next();
        res.setHeader(
          'Content-Type',
          file.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream',
        );
        createReadStream(file).on('error', next).pipe(res);
      });
    },
    async generateBundle() {
      // Worker bundles run their own plugin list, so this emits once, with the page.
      for (const asset of FACE_ASSETS) {
        const source = await readFile(path.join(root, asset.from));
        this.emitFile({ type: 'asset', fileName: asset.to, source });
      }
    },
  };
}
