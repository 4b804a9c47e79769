import { readdir, statfs, writeFile, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { describe, expect, it } from 'vitest';
import { StorageFull, type Store } from '../core/ports/store.ts';
import { SealedFileArchive } from './file-archive.ts';
import { FieldCrypto } from './field-crypto.ts';
import { migrate } from './migrate.ts';
import { stationMigrations } from './station-schema.ts';
import { SqliteStore } from './sqlite-store.ts';
import { demoDraft, demoEvent, newId } from './testing/demo-records.ts';
import {
  canMount,
  inFolder,
  onSmallDisk,
  openTestSource,
  openTestStore,
  testKeys,
} from './testing/station-fixture.ts';

class AddTable1800000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE added (id TEXT)');
  }
  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

const big = (stream: string, from: number) =>
  Array.from({ length: 50 }, (_, i) => demoEvent(stream, from + i, { data: { text: 'x'.repeat(20_000) } }));

/** A write that does not fit, whose caller even swallows the failure and goes on: nothing of it stays. */
async function expectNothingKept(store: Store): Promise<void> {
  const stream = newId();
  const [before, after] = [demoDraft(), demoDraft()];
  const write = store.write(async (tx) => {
    await tx.saveDraft(before);
    for (let from = 1; from < 5000; from += 50)
      await tx.appendEvents(big(stream, from)).catch(() => undefined);
    await tx.saveDraft(after);
  });
  await expect(write).rejects.toThrow(StorageFull);
  expect(await store.read.draft(before.id)).toBeNull();
  expect(await store.read.draft(after.id)).toBeNull();
  expect(await store.read.stream(stream)).toEqual([]);
}

it('refuses a write beyond the largest size of the file, and takes the next small one', () =>
  inFolder(async (folder) => {
    await (await openTestStore(folder)).close();
    const writing = await openTestSource(folder);
    await writing.query('PRAGMA max_page_count = 300');
    const reading = await openTestSource(folder, [], 'read');
    const store = new SqliteStore(writing, reading, new FieldCrypto(testKeys));
    await expectNothingKept(store);
    const draft = demoDraft();
    await store.write((tx) => tx.saveDraft(draft));
    expect(await store.read.draft(draft.id)).toEqual(draft);
    await store.close();
  }));

describe.skipIf(!canMount)('on a small real disk (skipped where mounting one is not allowed)', () => {
  it('the store keeps nothing of what does not fit, and writes again when there is room', () =>
    onSmallDisk('4m', async (folder) => {
      const store = await openTestStore(folder);
      const first = demoDraft();
      await store.write((tx) => tx.saveDraft(first));
      await expectNothingKept(store);
      const ballast = join(folder, 'ballast');
      const { bavail, bsize } = await statfs(folder);
      await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize)));
      const draft = demoDraft();
      await expectNothingKept(store);
      await rm(ballast);
      await store.write((tx) => tx.saveDraft(draft));
      expect(await store.read.draft(draft.id)).toEqual(draft);
      await store.close();
      const again = await openTestStore(folder);
      expect(await again.read.draft(first.id)).toEqual(first);
      expect(await again.read.draft(draft.id)).toEqual(draft);
      await again.close();
    }));

  it('a migration does not begin when its copy does not fit, and leaves no half copy', () =>
    onSmallDisk('6m', async (folder) => {
      const store = await openTestStore(folder);
      await store.write((tx) => tx.appendEvents(big(newId(), 1)));
      await store.close();
      const source = await openTestSource(folder, [...stationMigrations, AddTable1800000000000]);
      const { bavail, bsize } = await statfs(folder);
      await writeFile(join(folder, 'ballast'), Buffer.alloc(bavail * bsize - 500_000));
      const backups = join(folder, 'backups');
      const backup = { file: join(folder, 'station.db'), folder: backups };
      await expect(migrate(source, { backup, now: new Date() })).rejects.toThrow('full');
      expect(await readdir(backups)).toEqual([]);
      expect(await source.query("SELECT name FROM sqlite_master WHERE name = 'added'")).toEqual([]);
      await rm(join(folder, 'ballast'));
      await migrate(source, { backup, now: new Date() });
      expect(await readdir(backups)).toHaveLength(1);
      expect(await source.query("SELECT name FROM sqlite_master WHERE name = 'added'")).toHaveLength(1);
      await source.destroy();
    }));

  it('the archive refuses the file, keeps the others and leaves no half one', () =>
    onSmallDisk('2m', async (folder) => {
      const archive = await new SealedFileArchive(join(folder, 'files'), testKeys).open();
      const kept = await archive.put(randomBytes(500_000));
      const free = await archive.freeBytes();
      await expect(archive.put(randomBytes(3_000_000))).rejects.toThrow(StorageFull);
      expect(await archive.freeBytes()).toBe(free);
      expect((await archive.get(kept.digest))?.length).toBe(500_000);
      const next = await archive.put(randomBytes(500_000));
      expect(await archive.has(next.digest)).toBe(true);
    }));
});
