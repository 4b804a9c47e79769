import { expect, it } from 'vitest';
import { assertNodeVersion } from './driver.ts';
import { inFolder, openTestSource, openTestStore, testKeys } from './testing/station-fixture.ts';
import { openDataSource } from './driver.ts';
import { join } from 'node:path';

it('says which Node it needs before the binary is loaded', () => {
  expect(() => assertNodeVersion('20.20.0')).toThrow('needs Node 22 or newer, this is Node 20.20.0');
  expect(() => assertNodeVersion('24.21.0')).not.toThrow();
});

it('opens with full syncing, a write-ahead log, checked references and sorting in memory', () =>
  inFolder(async (folder) => {
    const source = await openTestSource(folder);
    const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'temp_store', 'busy_timeout', 'cipher'];
    const found: unknown[] = [];
    for (const name of settings) found.push(await source.query(`PRAGMA ${name}`));
    expect(found.map((rows) => Object.values((rows as object[])[0] ?? {})[0])).toEqual([
      'wal',
      2,
      1,
      2,
      5000,
      'sqlcipher',
    ]);
    await source.destroy();
  }));

it('refuses another key, and changes on the reading connection', () =>
  inFolder(async (folder) => {
    await (await openTestStore(folder)).close();
    const file = join(folder, 'station.db');
    await expect(
      openDataSource({ file, key: testKeys.fields, entities: [], migrations: [] }),
    ).rejects.toMatchObject({ code: 'SQLITE_NOTADB' });
    const reading = await openTestSource(folder, [], 'read');
    await expect(reading.query("INSERT INTO counters VALUES ('x', 1)")).rejects.toThrow('readonly');
    await reading.destroy();
  }));
