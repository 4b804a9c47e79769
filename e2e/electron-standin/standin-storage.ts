import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { standinEnvironment as env } from './environment.ts';

/** Plays the keyring with a key in a file: enough to show wrapping and its failures, no protection at all. */
function keyringKey(): Buffer {
  const file = path.join(env.STANDIN_USER_DATA, 'standin-keyring');
  try {
    return readFileSync(file);
  } catch {
    mkdirSync(path.dirname(file), { recursive: true });
    const key = randomBytes(32);
    writeFileSync(file, key, { mode: 0o600 });
    return key;
  }
}

type StorageSurface = Pick<
  Electron.SafeStorage,
  'isEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptString' | 'decryptString'
>;

export const safeStorage: StorageSurface = {
  isEncryptionAvailable: () => env.STANDIN_KEYRING !== 'none',
  getSelectedStorageBackend: () => (env.STANDIN_KEYRING === 'none' ? 'unknown' : env.STANDIN_KEYRING),
  encryptString(text) {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', keyringKey(), iv);
    return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  },
  decryptString(wrapped) {
    const decipher = createDecipheriv('aes-256-gcm', keyringKey(), wrapped.subarray(0, 12));
    decipher.setAuthTag(wrapped.subarray(-16));
    return Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()]).toString('utf8');
  },
};
