import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');

/** Everything that is bundled: the page for both hosts, the shell and its bridge for Electron. */
const configs = ['renderer/vite.config.ts', 'main/vite.config.ts', 'preload/vite.config.ts'];

for (const config of configs.filter((c) => existsSync(path.join(root, c)))) {
  const started = performance.now();
  const done = spawnSync(process.execPath, [vite, 'build', '-c', config, '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (done.status !== 0) {
    console.error(`build of ${config} failed`);
    process.exit(1);
  }
  console.log(`  ${path.dirname(config)} ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
mkdirSync(path.join(root, 'dist'), { recursive: true });
writeFileSync(
  path.join(root, 'dist', 'built.json'),
  `${JSON.stringify({ builtAt: new Date().toISOString() })}\n`,
);
