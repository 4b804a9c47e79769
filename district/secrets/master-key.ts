import { hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const KEY_BYTES = 32;

/** Keys derived from the one in the key file, one for each use. */
export type KeyUse = 'database' | 'events' | 'files' | 'file-names' | 'staging' | 'settings';
export interface MasterKey {
  derive(use: KeyUse): Buffer;
}

export class KeyFileDamaged extends Error {
  constructor() {
    super('the key file does not hold a key of 32 bytes in base64');
    this.name = 'KeyFileDamaged';
  }
}

/** Reads the key file, or makes it (mode 0600, synced) when it is absent. Throws `KeyFileDamaged` on one that is not a key. */
export async function openMasterKey(file: string): Promise<MasterKey> {
  const key = (await readKey(file)) ?? (await createKey(file));
  return {
    derive: (use) => Buffer.from(hkdfSync('sha256', key, '', `nuanchuang-district:${use}`, KEY_BYTES)),
  };
}

async function readKey(file: string): Promise<Buffer | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== KEY_BYTES) throw new KeyFileDamaged();
  return key;
}

async function createKey(file: string): Promise<Buffer> {
  const key = randomBytes(KEY_BYTES);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  // 'wx': of two servers starting at once only one makes the key.
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(`${key.toString('base64')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return key;
}
