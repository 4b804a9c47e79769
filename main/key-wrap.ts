import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import type { SafeStorage } from 'electron';
import { z } from 'zod';

/** How this device's key is kept. Decided once, at the first start: a later change of keyring must not orphan the data. */
const KeyRecord = z.discriminatedUnion('kind', [
  z.strictObject({ version: z.literal(1), kind: z.literal('os'), backend: z.string(), wrapped: z.base64() }),
  z.strictObject({ version: z.literal(1), kind: z.literal('passphrase') }),
]);
type KeyRecord = z.infer<typeof KeyRecord>;

export type OsStorage = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptString' | 'decryptString'
>;

/** The key was wrapped here once and cannot be had now: making another would lock the data away for ever. */
export class KeyUnreadable extends Error {
  readonly code: 'key.damaged' | 'key.keyringGone' | 'key.otherUser';
  constructor(code: KeyUnreadable['code']) {
    super(code);
    this.name = 'KeyUnreadable';
    this.code = code;
  }
}

/** Name of the place the OS keeps secrets in; null where it only hides them (`basic_text`) or has none. */
export function osBackend(storage: OsStorage, platform: NodeJS.Platform): string | null {
  if (!storage.isEncryptionAvailable()) return null;
  if (platform !== 'linux') return platform;
  const backend = storage.getSelectedStorageBackend();
  return backend === 'basic_text' || backend === 'unknown' ? null : backend;
}

async function save(file: string, record: KeyRecord): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = await open(`${file}.new`, 'w', 0o600);
  try {
    await draft.writeFile(JSON.stringify(record));
    await draft.sync();
  } finally {
    await draft.close();
  }
  await rename(`${file}.new`, file);
}

async function load(file: string): Promise<KeyRecord | null> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    throw cause;
  });
  if (text === null) return null;
  try {
    return KeyRecord.parse(JSON.parse(text));
  } catch {
    throw new KeyUnreadable('key.damaged');
  }
}

function unwrap(
  record: Extract<KeyRecord, { kind: 'os' }>,
  storage: OsStorage,
  backend: string | null,
): string {
  if (backend === null) throw new KeyUnreadable('key.keyringGone');
  try {
    return storage.decryptString(Buffer.from(record.wrapped, 'base64'));
  } catch {
    throw new KeyUnreadable('key.otherUser');
  }
}

/**
 * The data key of this device: 32 random bytes in base64, kept wrapped by the OS; null when a passphrase has to guard the
 * data instead. Throws `KeyUnreadable`.
 */
export async function deviceKey(
  file: string,
  storage: OsStorage,
  platform = process.platform,
): Promise<string | null> {
  const backend = osBackend(storage, platform);
  const known = await load(file);
  if (known) return known.kind === 'os' ? unwrap(known, storage, backend) : null;
  if (backend === null) {
    await save(file, { version: 1, kind: 'passphrase' });
    return null;
  }
  const key = randomBytes(32).toString('base64');
  const wrapped = storage.encryptString(key).toString('base64');
  await save(file, { version: 1, kind: 'os', backend, wrapped });
  return key;
}
