import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Upload } from '@tus/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { StagingStore } from './staging-store.ts';

const id = '0123456789abcdef0123456789abcdef';
let folder: string;
let store: StagingStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuanchuang-staging-'));
  store = new StagingStore(folder, Buffer.alloc(32, 7), 60_000);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('puts parts of any length together again, and nothing readable on the disk', async () => {
  const bytes = Buffer.concat([Buffer.from('虚构的一页'), randomBytes(1000), Buffer.from('虚构的一页')]);
  await store.create(new Upload({ id, size: bytes.length, offset: 0, metadata: {} }));
  let offset = 0;
  for (const length of [1, 15, 16, 17, 31, 200, 3, bytes.length]) {
    offset = await store.write(Readable.from([bytes.subarray(offset, offset + length)]), id, offset);
  }
  expect(offset).toBe(bytes.length);
  expect((await store.readAll(id)).equals(bytes)).toBe(true);
  const disk = await readFile(join(folder, id));
  expect(disk.length).toBe(bytes.length);
  expect(disk.includes(Buffer.from('虚构'))).toBe(false);
});

it('encrypts the same bytes of two uploads differently', async () => {
  const other = id.replace('0', 'f');
  for (const name of [id, other]) {
    await store.create(new Upload({ id: name, size: 64, offset: 0, metadata: {} }));
    await store.write(Readable.from([Buffer.alloc(64)]), name, 0);
  }
  const [one, two] = await Promise.all([readFile(join(folder, id)), readFile(join(folder, other))]);
  expect(one.equals(two)).toBe(false);
});

it('names no file outside its folder', async () => {
  await expect(store.write(Readable.from([Buffer.alloc(1)]), '../outside', 0)).rejects.toMatchObject({
    status_code: 404,
  });
});
