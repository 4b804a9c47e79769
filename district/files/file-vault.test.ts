import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sha256Bytes } from '../sync/sha256.ts';
import { openFileVault, type FileVault } from './file-vault.ts';

const keys = { bytes: Buffer.alloc(32, 1), names: Buffer.alloc(32, 2) };
let folder: string;
let vault: FileVault;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuanchuang-vault-'));
  vault = await openFileVault(folder, keys);
});
afterEach(() => rm(folder, { recursive: true, force: true }));
const filesOnDisk = async (): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
};

it('keeps the same content once, under a name that tells nothing', async () => {
  const bytes = randomBytes(5000);
  const digest = sha256Bytes(bytes);
  await Promise.all([vault.put(digest, bytes), vault.put(digest, bytes), vault.put(digest, bytes)]);
  expect((await vault.get(digest))?.equals(bytes)).toBe(true);
  const files = await filesOnDisk();
  expect(files).toHaveLength(1);
  expect(files[0]).not.toContain(digest.slice(0, 8));
  expect(await vault.get(sha256Bytes(randomBytes(8)))).toBeNull();
});

it('notices a changed byte and a file put in the place of another', async () => {
  const [one, two] = [randomBytes(100), randomBytes(100)];
  await vault.put(sha256Bytes(one), one);
  const [first = ''] = await filesOnDisk();
  await vault.put(sha256Bytes(two), two);
  const second = (await filesOnDisk()).find((file) => file !== first) ?? '';
  await writeFile(second, await readFile(first));
  await expect(vault.get(sha256Bytes(two))).rejects.toThrow();
  const bent = await readFile(first);
  bent.writeUInt8(bent.readUInt8(50) ^ 1, 50);
  await writeFile(first, bent);
  await expect(vault.get(sha256Bytes(one))).rejects.toThrow();
});
