import { randomBytes } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { VaultWrongPassphrase } from '../core/ports/store.ts';
import { openBytes, sealBytes } from './field-crypto.ts';
import type { PassphraseWrap } from './vault-file.ts';

const COST = { memoryKiB: 65_536, iterations: 3, parallelism: 1 };
const ASSOCIATED = Buffer.from('nuanchuang/1/master-key', 'utf8');

type Cost = Pick<PassphraseWrap, 'memoryKiB' | 'iterations' | 'parallelism'>;

async function passphraseKey(passphrase: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  const key = await argon2id({
    // The same characters typed on another keyboard may arrive composed differently.
    password: passphrase.normalize('NFKC'),
    salt,
    memorySize: cost.memoryKiB,
    iterations: cost.iterations,
    parallelism: cost.parallelism,
    hashLength: 32,
    outputType: 'binary',
  });
  return Buffer.from(key);
}

/** Seals the master key under the passphrase. */
export async function wrapKey(master: Buffer, passphrase: string): Promise<PassphraseWrap> {
  const salt = randomBytes(16);
  const key = await passphraseKey(passphrase, salt, COST);
  const sealed = sealBytes(key, ASSOCIATED, master).toString('base64');
  return { kind: 'passphrase', salt: salt.toString('base64'), ...COST, sealed };
}

/** Throws `VaultWrongPassphrase`. */
export async function unwrapKey(wrap: PassphraseWrap, passphrase: string): Promise<Buffer> {
  const key = await passphraseKey(passphrase, Buffer.from(wrap.salt, 'base64'), wrap);
  const master = openBytes(key, ASSOCIATED, Buffer.from(wrap.sealed, 'base64'));
  if (!master) throw new VaultWrongPassphrase('the passphrase does not open the vault');
  return master;
}
