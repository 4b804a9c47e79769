import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { DataSource } from 'typeorm';

const KEPT = 3;

/** Makes what was written or renamed below a path survive a power cut. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Copies the database as of now into `folder` (VACUUM INTO: consistent, same cipher and key), keeps the newest three.
 * Returns the copy's path; on failure there is no half copy and the error is thrown.
 */
export async function backUp(source: DataSource, file: string, folder: string, now: Date): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const prefix = `${basename(file)}.`;
  const target = join(folder, `${prefix}${now.toISOString().replace(/[:.]/g, '-')}.bak`);
  const half = `${target}.part`;
  await rm(half, { force: true });
  try {
    await source.query('VACUUM INTO ?', [half]);
    await syncPath(half);
    await rename(half, target);
    await syncPath(dirname(target));
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
  const copies = (await readdir(folder))
    .filter((name) => name.startsWith(prefix) && name.endsWith('.bak'))
    .sort();
  for (const old of copies.slice(0, -KEPT)) await rm(join(folder, old));
  return target;
}
