import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { onEachDatabase } from '../testing/databases.ts';
import { openDatabase, type Database, type DatabasePlace } from './database.ts';
import { SettingEntity } from './entities.ts';

onEachDatabase('database', (newDatabase) => {
  let folder: string;
  let place: DatabasePlace;
  let database: Database;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nuanchuang-db-'));
    const url = await newDatabase();
    const embedded = { kind: 'embedded' as const, file: join(folder, 'district.db'), key: randomBytes(32) };
    place = url ? { kind: 'postgres', url } : embedded;
    database = await openDatabase(place);
  });
  afterEach(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });
  const put = (name: string, fails = false) =>
    database.write(async (tx) => {
      await tx.insert(SettingEntity, { name, value: name });
      // A turn of the event loop, where another write could slip in.
      await new Promise((resolve) => setImmediate(resolve));
      if (fails) throw new Error('taken back');
    });
  const names = async (): Promise<string[]> =>
    (await database.read((tx) => tx.find(SettingEntity))).map(({ name }) => name).sort();

  it('keeps every acknowledged row and none taken back, however writes interleave', async () => {
    const jobs = Array.from({ length: 200 }, (_, i) => ({ name: `n${i}`, fails: i % 5 === 0 }));
    const done = await Promise.allSettled(jobs.map(({ name, fails }) => put(name, fails)));
    const acknowledged = jobs.filter((_, i) => done[i]?.status === 'fulfilled').map(({ name }) => name);
    expect(acknowledged).toHaveLength(160);
    expect(await names()).toEqual(acknowledged.sort());
  });

  it('queues work that goes on after its own write has ended', async () => {
    let late: Promise<void> = Promise.resolve();
    await database.write(async () => {
      // Started inside, written after the end: without a turn of its own it would land in somebody else's transaction.
      late = new Promise<void>((resolve) => setImmediate(resolve)).then(() => put('late'));
    });
    await Promise.allSettled([put('taken back', true), late]);
    expect(await names()).toEqual(['late']);
  });

  it('shows nothing to readers before it is committed', async () => {
    let seen: string[] = ['not read'];
    await database.write(async (tx) => {
      await tx.insert(SettingEntity, { name: 'half', value: '' });
      seen = await names();
    });
    expect(seen).toEqual([]);
    expect(await names()).toEqual(['half']);
  });

  it('opens again with what was written, and migrates once', async () => {
    await put('kept');
    await database.close();
    database = await openDatabase(place);
    expect(await names()).toEqual(['kept']);
  });

  it('refuses a database that a newer version has migrated, and leaves it as it is', async () => {
    await database.write((tx) =>
      tx.query(`INSERT INTO "migrations" ("timestamp", "name") VALUES (1, 'FromTheFuture9999999999999')`),
    );
    await put('kept');
    await database.close();
    await expect(openDatabase(place)).rejects.toMatchObject({
      name: 'DatabaseNewer',
      found: 'FromTheFuture9999999999999',
    });
    await expect(openDatabase(place)).rejects.toThrow();
  });

  it('is written durably', async () => {
    const asked = place.kind === 'embedded' ? 'PRAGMA synchronous' : 'SHOW synchronous_commit';
    const [row] = (await database.write((tx) => tx.query(asked))) as Record<string, unknown>[];
    expect(row).toEqual(place.kind === 'embedded' ? { synchronous: 2 } : { synchronous_commit: 'on' });
  });
});

it('cannot be read without its key', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nuanchuang-db-'));
  const file = join(folder, 'district.db');
  const database = await openDatabase({ kind: 'embedded', file, key: Buffer.alloc(32, 1) });
  await database.write((tx) => tx.insert(SettingEntity, { name: 'readable-name', value: 'readable-value' }));
  await database.close();
  expect((await readFile(file)).includes(Buffer.from('readable-'))).toBe(false);
  await expect(openDatabase({ kind: 'embedded', file, key: Buffer.alloc(32, 2) })).rejects.toThrow();
  await rm(folder, { recursive: true, force: true });
});
