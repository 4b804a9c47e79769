import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ArchiveDamaged } from '../core/ports/store.ts';
import { SealedFileArchive } from './file-archive.ts';
import { Slots } from './slots.ts';
import { inFolder, testKeys } from './testing/station-fixture.ts';

const withArchive = (work: (archive: SealedFileArchive, folder: string) => Promise<void>): Promise<void> =>
  inFolder(async (folder) => work(await new SealedFileArchive(folder, testKeys).open(), folder));

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

it('gives back what was put, once per content, under a name that tells nothing', () =>
  withArchive(async (archive, folder) => {
    const bytes = randomBytes(1_000_000);
    const digest = createHash('sha256').update(bytes).digest('hex');
    const puts = await Promise.all([archive.put(bytes), archive.put(bytes), archive.put(bytes)]);
    expect(puts).toEqual(Array(3).fill({ digest, bytes: bytes.length }));
    const [file, ...more] = await filesOf(folder);
    expect(more).toEqual([]);
    expect(file).not.toContain(digest);
    expect(bytes.equals((await archive.get(digest)) ?? Buffer.of())).toBe(true);
    expect(await archive.has(digest)).toBe(true);
    await archive.remove(digest);
    expect(await archive.has(digest)).toBe(false);
    expect(await archive.get(digest)).toBeNull();
    expect(await archive.get('../../etc/passwd')).toBeNull();
  }));

/** Linux counts what a process writes; elsewhere this cannot be seen from outside. */
const counted = existsSync('/proc/self/io');
const writtenBytes = async (): Promise<number> =>
  Number(/wchar: (\d+)/.exec(await readFile('/proc/self/io', 'utf8'))?.[1]);

it.skipIf(!counted)('writes equal bytes put at once a single time', () =>
  withArchive(async (archive) => {
    const bytes = randomBytes(4_000_000);
    const before = await writtenBytes();
    await Promise.all([1, 2, 3, 4].map(() => archive.put(bytes)));
    const written = (await writtenBytes()) - before;
    expect(written).toBeGreaterThanOrEqual(bytes.length);
    expect(written).toBeLessThan(2 * bytes.length);
  }),
);

it('notices every altered byte, a cut and an exchanged file; putting the bytes again heals it', () =>
  withArchive(async (archive, folder) => {
    const bytes = Buffer.from('page of 张示例');
    const { digest } = await archive.put(bytes);
    const [file] = await filesOf(folder);
    const good = await readFile(file!);
    expect(good.includes(bytes)).toBe(false);
    for (let at = 0; at < good.length; at += 1) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ 1;
      await writeFile(file!, bad);
      await expect(archive.get(digest), `byte ${at}`).rejects.toThrow(ArchiveDamaged);
    }
    await truncate(file!, 0);
    await expect(archive.get(digest)).rejects.toThrow(ArchiveDamaged);
    await archive.put(bytes);
    expect(await archive.get(digest)).toEqual(bytes);
    await archive.put(Buffer.from('another page'));
    const other = (await filesOf(folder)).find((name) => name !== file);
    await copyFile(other!, file!);
    await expect(archive.get(digest)).rejects.toThrow(ArchiveDamaged);
  }));

it('clears away what a crash left half written', () =>
  withArchive(async (_archive, folder) => {
    await writeFile(join(folder, 'aside', 'half'), 'half a page');
    await new SealedFileArchive(folder, testKeys).open();
    expect(await filesOf(folder)).toEqual([]);
  }));

it('works on four files at once and on no more', async () => {
  const slots = new Slots(4);
  const release: (() => void)[] = [];
  let started = 0;
  const work = (): Promise<void> => {
    started += 1;
    return new Promise((resolve) => release.push(resolve));
  };
  const all = Array.from({ length: 10 }, () => slots.run(work));
  expect(started).toBe(4);
  release.shift()?.();
  await all[0];
  expect(started).toBe(5);
  while (release.length > 0) {
    release.shift()?.();
    await Promise.resolve();
    await Promise.resolve();
  }
  await Promise.all(all);
  await slots.idle();
  expect(started).toBe(10);
});
