import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { FieldDamaged } from './field-crypto.ts';
import {
  demoAccount,
  demoCase,
  demoDraft,
  demoEvent,
  demoIdNumber,
  demoName,
  demoRecord,
  newId,
} from './testing/demo-records.ts';
import { inFolder, openTestSource, openTestStore } from './testing/station-fixture.ts';
import { openVault } from './vault.ts';

const username = 'clerk-demo-name';
const secrets = [
  demoName,
  demoIdNumber,
  username,
  'secret-token-value',
  'zhangshili',
  'u5f20 u793a',
  'picture-of-a-person',
];

/** Which of the secrets stand readable in which file, in UTF-8 or UTF-16. */
async function readable(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const bytes = await readFile(join(entry.parentPath, entry.name));
    const hit = secrets.filter(
      (text) => bytes.includes(text, 0, 'utf8') || bytes.includes(text, 0, 'utf16le'),
    );
    found.push(...hit.map((text) => `${entry.name}: ${text}`));
  }
  return found;
}

it('finds a name in a database that is not encrypted: the search below can fail', () =>
  inFolder(async (folder) => {
    const db = new DatabaseSync(join(folder, 'plain.db'));
    db.exec('CREATE TABLE people (name TEXT)');
    db.prepare('INSERT INTO people VALUES (?)').run(demoName);
    db.close();
    expect(await readable(folder)).toEqual([`plain.db: ${demoName}`]);
  }));

it('leaves no name, number, token or page readable on disk, in the log of writes as little as in the file', () =>
  inFolder(async (folder) => {
    const vault = openVault({ dataDir: folder });
    await vault.openWithKey(Buffer.alloc(32, 3));
    const { store, files } = vault.opened();
    await files.put(Buffer.from('picture-of-a-person'));
    await store.write(async (tx) => {
      await tx.saveDraft(demoDraft());
      await tx.saveCaseRow(demoCase({ people: [{ personId: newId(), idNumber: demoIdNumber }] }));
      await tx.saveRecord(demoRecord());
      await tx.appendEvents([demoEvent(newId(), 1)]);
      await tx.saveAccount(demoAccount(username));
      await tx.setSetting('note', demoName);
      await tx.addReadRecord({
        at: '',
        accountId: newId(),
        caseId: newId(),
        purpose: demoName,
        what: demoIdNumber,
      });
    });
    const names = await readdir(folder);
    expect(names).toEqual(expect.arrayContaining(['station.db', 'station.db-wal']));
    expect((await readFile(join(folder, 'station.db-wal'))).length).toBeGreaterThan(10_000);
    expect(await readable(folder)).toEqual([]);
    await vault.close();
    expect(await readable(folder)).toEqual([]);
    const stranger = new DatabaseSync(join(folder, 'station.db'));
    expect(() => stranger.prepare('SELECT count(*) FROM drafts').get()).toThrow('not a database');
    stranger.close();
  }));

it('seals personal columns on top: with the file key alone there are no numbers, forms or tokens to read', () =>
  inFolder(async (folder) => {
    const store = await openTestStore(folder);
    await store.write(async (tx) => {
      await tx.saveDraft(demoDraft());
      await tx.saveCaseRow(demoCase({ people: [{ personId: newId(), idNumber: demoIdNumber }] }));
      await tx.saveRecord(demoRecord());
      await tx.appendEvents([demoEvent(newId(), 1)]);
      await tx.saveAccount(demoAccount(username));
    });
    await store.close();
    const source = await openTestSource(folder);
    for (const table of ['drafts', 'cases', 'case_people', 'records', 'events', 'accounts']) {
      const rows: unknown = await source.query(`SELECT * FROM ${table}`);
      const [row] = rows as Record<string, unknown>[];
      const bytes = Object.values(row ?? {}).map((value) =>
        Buffer.isBuffer(value) ? value : Buffer.from(String(value)),
      );
      const text = Buffer.concat(bytes);
      for (const secret of [demoName, demoIdNumber, username, 'secret-token-value']) {
        expect(text.includes(secret), `${table}: ${secret}`).toBe(false);
      }
    }
    await source.destroy();
  }));

it('does not open a sealed value that was moved to another row', () =>
  inFolder(async (folder) => {
    const [one, two] = [demoDraft(), demoDraft()];
    let store = await openTestStore(folder);
    await store.write(async (tx) => {
      await tx.saveDraft(one);
      await tx.saveDraft(two);
    });
    await store.close();
    const source = await openTestSource(folder);
    const other = 'UPDATE drafts SET sections = (SELECT sections FROM drafts WHERE id = ?) WHERE id = ?';
    await source.query(other, [one.id, two.id]);
    await source.destroy();
    store = await openTestStore(folder);
    expect(await store.read.draft(one.id)).toEqual(one);
    await expect(store.read.draft(two.id)).rejects.toThrow(FieldDamaged);
    await store.close();
  }));
