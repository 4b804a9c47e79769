import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { expect, it } from 'vitest';
import { DatabaseNewer } from '../core/ports/store.ts';
import type { MigrationClass } from './driver.ts';
import { migrate } from './migrate.ts';
import { stationMigrations } from './station-schema.ts';
import { demoDraft } from './testing/demo-records.ts';
import { inFolder, openTestSource, openTestStore, testKeys } from './testing/station-fixture.ts';
import { openDataSource } from './driver.ts';
import { openVault } from './vault.ts';

/** A migration of a later version, made for these tests. */
function later(name: string, statements: string[]): MigrationClass {
  return class implements MigrationInterface {
    readonly name = name;
    async up(runner: QueryRunner): Promise<void> {
      for (const statement of statements) await runner.query(statement);
    }
    async down(): Promise<void> {
      throw new Error('migrations only go forward');
    }
  };
}

const addNote = later('AddNote1800000000000', [
  "ALTER TABLE drafts ADD COLUMN note TEXT NOT NULL DEFAULT 'none'",
]);
const addMark = later('AddMark1800000000001', ['ALTER TABLE drafts ADD COLUMN mark TEXT']);
const breaks = later('Breaks1800000000002', ['DELETE FROM drafts', 'ALTER TABLE nowhere ADD COLUMN x TEXT']);

const backupOf = (folder: string) => ({ file: join(folder, 'station.db'), folder: join(folder, 'backups') });
const now = new Date('2026-07-01T00:00:00Z');

/** A database of the first version with one draft in it. */
async function olderDatabase(folder: string): Promise<ReturnType<typeof demoDraft>> {
  const draft = demoDraft();
  const store = await openTestStore(folder);
  await store.write((tx) => tx.saveDraft(draft));
  await store.close();
  return draft;
}

it('brings an older database forward with its rows, after a copy that opens with the same key', () =>
  inFolder(async (folder) => {
    const draft = await olderDatabase(folder);
    expect(await readdir(folder)).not.toContain('backups');
    const source = await openTestSource(folder, [...stationMigrations, addNote, addMark]);
    const { ran } = await migrate(source, { backup: backupOf(folder), now });
    expect(ran).toEqual(['AddNote1800000000000', 'AddMark1800000000001']);
    expect(await source.query('SELECT id, note, mark FROM drafts')).toEqual([
      { id: draft.id, note: 'none', mark: null },
    ]);
    expect((await migrate(source, { backup: backupOf(folder), now })).ran).toEqual([]);
    await source.destroy();

    const [name, ...more] = await readdir(join(folder, 'backups'));
    expect(more).toEqual([]);
    const file = join(folder, 'backups', name!);
    expect((await readFile(file)).subarray(0, 15).toString()).not.toBe('SQLite format 3');
    const copy = await openDataSource({ file, key: testKeys.database, entities: [], migrations: [] });
    expect(await copy.query('SELECT id FROM drafts')).toEqual([{ id: draft.id }]);
    expect(await copy.query("SELECT name FROM pragma_table_info('drafts') WHERE name = 'note'")).toEqual([]);
    expect(await copy.query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    await copy.destroy();
  }));

it('keeps the migrations before a failing one, nothing of that one, and says so', () =>
  inFolder(async (folder) => {
    const draft = await olderDatabase(folder);
    const source = await openTestSource(folder, [...stationMigrations, addNote, breaks]);
    await expect(migrate(source, { backup: backupOf(folder), now })).rejects.toThrow('nowhere');
    expect(await source.query('SELECT id, note FROM drafts')).toEqual([{ id: draft.id, note: 'none' }]);
    expect(await source.query("SELECT name FROM migrations WHERE name LIKE 'Breaks%'")).toEqual([]);
    expect(await readdir(join(folder, 'backups'))).toHaveLength(1);
    await source.destroy();
  }));

it('does not migrate when the copy cannot be made', () =>
  inFolder(async (folder) => {
    await olderDatabase(folder);
    await writeFile(join(folder, 'backups'), 'a file where the folder should be');
    const source = await openTestSource(folder, [...stationMigrations, addNote]);
    await expect(migrate(source, { backup: backupOf(folder), now })).rejects.toThrow('EEXIST');
    expect(await source.query("SELECT name FROM migrations WHERE name LIKE 'AddNote%'")).toEqual([]);
    await source.destroy();
  }));

it('keeps the newest three copies', () =>
  inFolder(async (folder) => {
    await olderDatabase(folder);
    const days = [1, 2, 3, 4, 5];
    const known = [...stationMigrations];
    for (const day of days) {
      known.push(later(`Day${day}180000000000${day}`, [`CREATE TABLE day_${day} (id TEXT)`]));
      const source = await openTestSource(folder, known);
      await migrate(source, { backup: backupOf(folder), now: new Date(Date.UTC(2026, 6, day)) });
      await source.destroy();
    }
    expect((await readdir(join(folder, 'backups'))).sort()).toEqual(
      ['03', '04', '05'].map((day) => `station.db.2026-07-${day}T00-00-00-000Z.bak`),
    );
  }));

it('refuses a database of a newer version and leaves it as it is', () =>
  inFolder(async (folder) => {
    const key = Buffer.alloc(32, 7);
    const vault = openVault({ dataDir: folder });
    await vault.openWithKey(key);
    await vault.close();
    const newer = await openTestSource(folder, [...stationMigrations, addNote]);
    await migrate(newer, { backup: null, now });
    await newer.destroy();
    const before = await readFile(join(folder, 'station.db'));
    const refused: unknown = await vault.openWithKey(key).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DatabaseNewer);
    expect(refused).toMatchObject({ found: 'AddNote1800000000000', supported: 'Process1764200000000' });
    expect(await vault.status()).toBe('locked');
    expect((await readFile(join(folder, 'station.db'))).equals(before)).toBe(true);
    expect(await readdir(folder)).not.toContain('backups');
  }));
