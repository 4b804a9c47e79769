import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { faceAssets } from '../../renderer/face/vite-face-assets.ts';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
/** Everything made from sample photos: outside git, made again when absent. */
export const mediaCache = path.join(projectRoot, '.data', 'media');

/** What the product's page is served with; the face check has to live within it. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
].join('; ');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.jpg': 'image/jpeg',
  '.css': 'text/css',
};

/** Builds the face test page as the product is built. Returns the folder. */
export async function buildTestbed(
  outDir = path.join(projectRoot, '.data', 'face-testbed'),
): Promise<string> {
  const react = (await import('@vitejs/plugin-react')).default;
  await build({
    root: path.join(projectRoot, 'renderer/face/testbed'),
    configFile: false,
    logLevel: 'error',
    plugins: [react(), faceAssets(projectRoot)],
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, target: 'es2024' },
  });
  return outDir;
}

export interface TestbedServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the built page on a free port of this machine, `/media/` from the cache, with the product's policy. */
export async function serveTestbed(folder: string): Promise<TestbedServer> {
  const server = createServer((req, res) => {
    const name = decodeURIComponent((req.url ?? '/').split('?')[0] ?? '/');
    const base = name.startsWith('/media/') ? path.dirname(mediaCache) : folder;
    const file = path.join(base, path.normalize(name === '/' ? '/index.html' : name));
    void stat(file).then(
      () => {
        res.writeHead(200, {
          'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
          'Content-Security-Policy': POLICY,
          'Cross-Origin-Opener-Policy': 'same-origin',
          'Cross-Origin-Embedder-Policy': 'require-corp',
        });
        createReadStream(file).pipe(res);
      },
      () => res.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
