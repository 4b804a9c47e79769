import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { seal, unseal } from '../secrets/seal.ts';

/** Encrypted files under names that tell nothing; the same content is kept once. */
export interface FileVault {
  /** Resolves after bytes and name are on disk. The caller has checked that the digest fits. */
  put(digest: string, bytes: Uint8Array): Promise<void>;
  /** Null when there is none; throws when the stored bytes were changed. */
  get(digest: string): Promise<Buffer | null>;
}

export async function openFileVault(
  folder: string,
  keys: { bytes: Buffer; names: Buffer },
): Promise<FileVault> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const pathOf = (digest: string): string => {
    const name = createHmac('sha256', keys.names).update(digest).digest('hex');
    return join(folder, name.slice(0, 2), name);
  };
  return {
    put: (digest, bytes) => writeDurably(pathOf(digest), seal(keys.bytes, digest, bytes)),
    get: async (digest) => {
      const sealed = await readFile(pathOf(digest)).catch(absent);
      return sealed ? unseal(keys.bytes, digest, sealed) : null;
    },
  };
}

const absent = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT') return null;
  throw error;
};

/** Whole or not at all: written beside, synced, renamed, and the folder synced so that the name lasts too. */
async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made) await syncFolder(dirname(folder));
  const draft = join(folder, `.${randomBytes(8).toString('hex')}.part`);
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
