import { readdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCore } from '../../core/create-core.ts';
import type { Vault } from '../../core/ports/store.ts';
import { openDataSource } from '../../db/driver.ts';
import { deriveKeys } from '../../db/keys.ts';
import { unwrapKey } from '../../db/passphrase.ts';
import { canMount, onSmallDisk } from '../../db/testing/station-fixture.ts';
import { readVaultRecord } from '../../db/vault-file.ts';
import { openVault } from '../../db/vault.ts';
import { firstBrokenLink } from '../../domain/log/chain.ts';
import { openByKey } from '../keyed-vault.ts';
import { CoreFixture } from '../testing/core-fixture.ts';
import { fillDraft } from '../testing/demo-household.ts';

let fixture: CoreFixture;
const must: CoreFixture['must'] = (...values) => fixture.must(...values);
const fill = () => fillDraft((name, input, binary) => must('clerk', name, input, binary), '2026-03-10');

describe('a page changed on the disk', () => {
  beforeEach(async () => {
    fixture = await CoreFixture.open();
    await fixture.login('clerk');
  });
  afterEach(() => fixture.close());

  it('is not shown, neither in the draft nor in the dossier; the others are', async () => {
    const draftId = await fill();
    const { evidence } = (await must('clerk', 'draft.open', { draftId })).draft;
    const [page, other] = evidence.pages;
    await alterFileOf(page!.digest);
    expect(await fixture.refused('clerk', 'page.read', { draftId, pageId: page!.id })).toEqual({
      code: 'page.damaged',
      data: {},
    });
    const { caseId } = await must('clerk', 'application.submit', { draftId });
    await must('clerk', 'case.dossier', { caseId, purpose: 'handling' });
    const open = (digest: string) => fixture.call('clerk', 'case.readPage', { caseId, digest });
    expect(await open(page!.digest)).toMatchObject({ failure: { code: 'page.damaged' } });
    expect(await open(other!.digest)).toMatchObject({ ok: true });
    // A look that showed nothing is no look: only the page that was opened is on record.
    const looks = (await fixture.store.read.readRecords(caseId)).map(({ what }) => what);
    expect(looks).toEqual(['dossier', `page ${other!.digest.slice(0, 16)}`]);
  });

  it('is not shown when another whole file of the archive lies in its place', async () => {
    const draftId = await fill();
    const [page, other] = (await must('clerk', 'draft.open', { draftId })).draft.evidence.pages;
    await writeFile(await fileOf(page!.digest), await readFile(await fileOf(other!.digest)));
    expect(await fixture.refused('clerk', 'page.read', { draftId, pageId: page!.id })).toMatchObject({
      code: 'page.damaged',
    });
  });
});

/** The file that disappears when the archive removes the digest, found without knowing how it is named. */
async function fileOf(digest: string): Promise<string> {
  const { files } = fixture.vault.opened();
  const all = async () => (await readdir(fixture.dir, { recursive: true })).sort();
  const before = await all();
  const bytes = (await files.get(digest))!;
  await files.remove(digest);
  const left = new Set(await all());
  const [gone] = before.filter((name) => name.startsWith('files') && !left.has(name));
  await files.put(bytes);
  return join(fixture.dir, gone!);
}

async function alterFileOf(digest: string): Promise<void> {
  const path = await fileOf(digest);
  const bytes = await readFile(path);
  bytes[bytes.length >> 1]! ^= 1;
  await writeFile(path, bytes);
}

const passphrase = '示例口令一二三四';
const newer = { code: 'database.newer', data: { found: 'Later1900000000000' } };

/** Marks the database of a closed vault as one that a later version has migrated. */
async function migrateLater(dataDir: string, master: Buffer): Promise<void> {
  const file = join(dataDir, 'station.db');
  const { database: key } = deriveKeys(master);
  const source = await openDataSource({ file, key, entities: [], migrations: [] });
  await source.query(`INSERT INTO migrations (timestamp, name) VALUES (1900000000000, 'Later1900000000000')`);
  await source.destroy();
}

it('a database of a newer version is refused by its code, under a kept key and after the right passphrase', async () => {
  fixture = await CoreFixture.open();
  try {
    const ask = async (vault: Vault, name: string, input: object) => {
      const core = createCore({ ...fixture.ports, vault });
      const { envelope } = await core.dispatch('page', { envelope: { id: 1, name, input } });
      await core.close();
      return envelope;
    };
    const keyed = { dataDir: join(fixture.dir, 'keyed'), key: Buffer.alloc(32, 5) };
    const first = openVault(keyed);
    await first.openWithKey(keyed.key);
    await first.close();
    await migrateLater(keyed.dataDir, keyed.key);
    const refusing = await openByKey(openVault(keyed), keyed.key.toString('base64'));
    expect(await ask(refusing, 'system.status', {})).toMatchObject({ ok: false, failure: newer });

    const dataDir = join(fixture.dir, 'guarded');
    const guarded = openVault({ dataDir });
    await guarded.create(passphrase);
    await guarded.close();
    expect(await ask(guarded, 'vault.unlock', { passphrase })).toMatchObject({ ok: true });
    await guarded.close();
    const { wrap } = (await readVaultRecord(join(dataDir, 'vault.json')))!;
    if (wrap.kind !== 'passphrase') throw new Error('another wrap');
    await migrateLater(dataDir, await unwrapKey(wrap, passphrase));
    expect(await ask(guarded, 'vault.unlock', { passphrase })).toMatchObject({ ok: false, failure: newer });
  } finally {
    await fixture.close();
  }
});

describe.skipIf(!canMount)('a full disk (skipped where mounting a small one is not allowed)', () => {
  it('is said by its code, keeps nothing half done, and all goes on once there is room', () =>
    onSmallDisk('12m', async (disk) => {
      fixture = await onDisk(disk);
      try {
        await fixture.login('clerk');
        const draftId = await fill();
        const ballast = join(disk, 'ballast');
        const { bavail, bsize } = await statfs(disk);
        await writeFile(ballast, Buffer.alloc(bavail * bsize));
        const kept = [draftId];
        // What the write-ahead log has room for still fits; then the disk is full for real.
        let full = await fixture.call('clerk', 'draft.create', { kind: 'dibao' });
        for (; full.ok; full = await fixture.call('clerk', 'draft.create', { kind: 'dibao' }))
          kept.push(full.output.draft.id);
        expect(full.failure).toMatchObject({ code: 'storage.full' });
        expect(await fixture.refused('clerk', 'application.submit', { draftId })).toMatchObject({
          code: 'storage.full',
        });
        const { drafts } = await must('clerk', 'draft.list', {});
        expect(drafts.map(({ id }) => id).sort()).toEqual(kept.sort());
        expect((await must('clerk', 'case.list', { step: null, search: '' })).cases).toEqual([]);
        expect(await fixture.store.read.outbox(null)).toEqual([]);
        await rm(ballast);
        const { caseId } = await must('clerk', 'application.submit', { draftId });
        const stream = await fixture.store.read.stream(caseId);
        expect(firstBrokenLink(stream, fixture.ports.sha256Text)).toBeNull();
        expect(stream[0]?.counter).toBe(1);
      } finally {
        await fixture.close();
      }
    }));
});

async function onDisk(disk: string): Promise<CoreFixture> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = disk;
  try {
    const made = await CoreFixture.open();
    // The reserve kept for the database is larger than this disk; it has its own test.
    made.vault.opened().files.freeBytes = async () => 1_000_000_000;
    return made;
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
