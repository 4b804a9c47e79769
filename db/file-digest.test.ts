import { createHash, randomBytes } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ArchiveDamaged } from '../core/ports/store.ts';
import { sealBytes } from './field-crypto.ts';
import { SealedFileArchive } from './file-archive.ts';
import { inFolder, testKeys } from './testing/station-fixture.ts';

it('opens nothing that does not fit its digest, not even what was sealed with the right key for this place', () =>
  inFolder(async (folder) => {
    const archive = await new SealedFileArchive(folder, testKeys).open();
    const bytes = randomBytes(10_000);
    const { digest } = await archive.put(bytes);
    const names = await readdir(folder, { recursive: true, withFileTypes: true });
    const [file] = names
      .filter((name) => name.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    const sealed = (content: Uint8Array) =>
      sealBytes(testKeys.files, Buffer.from(`archive\0${digest}`, 'utf8'), content);
    await writeFile(file!, sealed(randomBytes(10_000)));
    await expect(archive.get(digest)).rejects.toThrow(ArchiveDamaged);
    // The seal itself was right: the true content under it opens.
    await writeFile(file!, sealed(bytes));
    expect(
      createHash('sha256')
        .update((await archive.get(digest))!)
        .digest('hex'),
    ).toBe(digest);
    await archive.close();
  }));
