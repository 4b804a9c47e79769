// Builds only when a source is newer than the last build.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const sources = [
  'renderer',
  'domain',
  'contract',
  'main',
  'preload',
  'core',
  'station',
  'db',
  'devices',
  'assets',
  'package-lock.json',
];

function newest(file) {
  const stat = statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}

export function buildIfStale(root, node) {
  const mark = path.join(root, 'dist', 'built.json');
  const changed = Math.max(
    ...sources.filter((s) => existsSync(path.join(root, s))).map((s) => newest(path.join(root, s))),
  );
  if (existsSync(mark) && statSync(mark).mtimeMs > changed) return;
  console.log('正在构建界面…');
  const done = spawnSync(
    node,
    ['--disable-warning=ExperimentalWarning', path.join(root, 'tools', 'build.ts')],
    { cwd: root, stdio: 'inherit' },
  );
  if (done.status !== 0) throw new Error('构建失败，原因见上');
}
