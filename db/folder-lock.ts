import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { loadDriver } from './driver.ts';
import { errorCode } from './store-errors.ts';

/** One that is just closing gets this long to finish before a second one is turned away. */
const graceMs = 3000;

export interface FolderLock {
  release(): void;
}

/** Another process works on the data folder. */
export class FolderInUse extends Error {
  constructor() {
    super('another process works on this data folder');
    this.name = 'FolderInUse';
  }
}

/**
 * Keeps a data folder for this process: opening one clears away half-written files, which another may just be writing. The
 * lock is SQLite's own on an empty file, so the operating system lets go of it when the process ends, however it ends, and
 * nothing stale is ever left to judge. Throws `FolderInUse`. The file `in-use` must not be read by this process: closing it
 * once would give the lock away (POSIX).
 */
export async function lockFolder(folder: string, waitMs = graceMs): Promise<FolderLock> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const Driver = await loadDriver();
  const lock = new Driver(join(folder, 'in-use'), { timeout: waitMs });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw errorCode(error).startsWith('SQLITE_BUSY') ? new FolderInUse() : error;
  }
  return { release: () => void lock.close() };
}
