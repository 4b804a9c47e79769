import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { VaultDamaged } from '../core/ports/store.ts';
import { syncPath } from './backup.ts';
import { errorCode } from './store-errors.ts';

const Base64 = z.base64().max(400);

/** argon2id (RFC 9106); bounds keep a damaged file from asking for all memory, or for hardly any work. */
const PassphraseWrap = z.strictObject({
  kind: z.literal('passphrase'),
  salt: Base64,
  memoryKiB: z.int().min(19_456).max(1_048_576),
  iterations: z.int().min(1).max(20),
  parallelism: z.int().min(1).max(4),
  /** The master key, sealed by AES-256-GCM under the passphrase's key. */
  sealed: Base64,
});

const VaultRecord = z.strictObject({
  version: z.literal(1),
  wrap: z.discriminatedUnion('kind', [PassphraseWrap, z.strictObject({ kind: z.literal('external') })]),
  /** Recognises the right master key. */
  check: Base64,
  /** True once the database has been made: a missing one is a loss then, not a beginning. */
  used: z.boolean(),
});
export type VaultRecord = z.infer<typeof VaultRecord>;
export type PassphraseWrap = z.infer<typeof PassphraseWrap>;

const Sealed = z.strictObject({ record: z.string(), sha256: z.string() });
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * Reads vault.json; null when there is none. Throws `VaultDamaged` when its checksum or form is wrong: what passes here
 * and still does not open was asked with the wrong passphrase.
 */
export async function readVaultRecord(path: string): Promise<VaultRecord | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    const { record, sha256: sum } = Sealed.parse(JSON.parse(text));
    if (sha256(record) !== sum) throw new VaultDamaged('vault.json does not match its checksum');
    return VaultRecord.parse(JSON.parse(record));
  } catch {
    throw new VaultDamaged('vault.json is damaged');
  }
}

/** Replaces vault.json as a whole, synced to disk: there is never half a file. */
export async function writeVaultRecord(path: string, value: VaultRecord): Promise<void> {
  const record = JSON.stringify(value);
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const handle = await open(`${path}.new`, 'w', 0o600);
  try {
    await handle.writeFile(JSON.stringify({ record, sha256: sha256(record) }));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${path}.new`, path);
  await syncPath(folder);
}
