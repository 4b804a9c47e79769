import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'nuanchuang-private-';

/** Memory first, so that a page never reaches a disk; the system's temporary folder only where there is none. */
export function privateRoot(env: NodeJS.ProcessEnv = process.env): string {
  const candidates = ['/dev/shm', env['XDG_RUNTIME_DIR'] ?? ''];
  return candidates.find((dir) => dir !== '' && existsSync(dir)) ?? tmpdir();
}

/** Runs `use` with a fresh folder only this user can read (0700) and removes it whatever happens. */
export async function withPrivateDir<T>(use: (dir: string) => Promise<T>, root = privateRoot()): Promise<T> {
  await sweepPrivateDirs(root);
  const dir = await mkdtemp(join(root, `${prefix}${process.pid}-`));
  try {
    return await use(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Removes folders a killed process could not remove: those whose owner no longer runs. */
export async function sweepPrivateDirs(root = privateRoot()): Promise<void> {
  for (const name of await readdir(root).catch(() => [])) {
    const pid = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    await rm(join(root, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
