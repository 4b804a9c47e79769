// Installs the locked packages when they are absent or older than the lock file. Plain Node ≥ 20, no dependencies.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stamp = path.join(root, 'node_modules', '.nuanchuang-lock');

/** The Node 24 that the project pins as a package, whatever Node started this script. */
export function projectNode() {
  const exe = process.platform === 'win32' ? 'node.exe' : 'node';
  return path.join(root, 'node_modules', 'node', 'bin', exe);
}

/** Runs `npm ci` once per lock file; says so, since it takes a minute. */
export async function ensurePackages() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) {
    console.error(`需要 Node 20 或更高版本，当前是 ${process.version}。请到 nodejs.org 安装后重试。`);
    process.exit(1);
  }
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock && existsSync(projectNode())) return;
  // On stderr: what a command prints on stdout stays its own.
  console.error('正在安装依赖（首次约一分钟）…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', process.stderr, 'inherit'],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) {
    console.error('依赖安装失败：请检查网络或 npm 镜像设置，然后重新运行同一命令。');
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}
