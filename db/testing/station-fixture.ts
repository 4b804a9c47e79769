import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataSource, type MigrationClass } from '../driver.ts';
import { deriveKeys } from '../keys.ts';
import { openStore } from '../sqlite-store.ts';
import { stationEntities, stationMigrations } from '../station-schema.ts';

export const testKeys = deriveKeys(Buffer.alloc(32, 7));

/** Runs `work` in a folder of its own, removed afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'nc-db-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export const openTestStore = (folder: string) =>
  openStore({
    file: join(folder, 'station.db'),
    backups: join(folder, 'backups'),
    keys: testKeys,
    now: new Date(),
  });

/** A connection below the store, to the same file. */
export const openTestSource = (
  folder: string,
  migrations: readonly MigrationClass[] = stationMigrations,
  access: 'read' | 'write' = 'write',
) =>
  openDataSource({
    file: join(folder, 'station.db'),
    key: testKeys.database,
    entities: stationEntities,
    migrations,
    access,
  });

/** Mounting a small disk takes root. */
export const canMount = ((): boolean => {
  const folder = mkdtempSync(join(tmpdir(), 'nc-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'nc-test', folder], { stdio: 'ignore' });
    execFileSync('umount', ['-l', folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
})();

/** A real, small disk that can be filled. */
export async function onSmallDisk<T>(size: string, work: (folder: string) => Promise<T>): Promise<T> {
  return inFolder(async (folder) => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'nc-test', folder]);
    try {
      return await work(folder);
    } finally {
      execFileSync('umount', ['-l', folder]);
    }
  });
}

/** Makes room on a disk of `onSmallDisk`. */
export function resizeSmallDisk(folder: string, size: string): void {
  execFileSync('mount', ['-o', `remount,size=${size}`, folder]);
}
