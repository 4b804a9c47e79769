import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { OfflineVerifier } from '../../contract/sync/accounts.ts';

const derive = promisify(argon2);

/** argon2id; memory in KiB. RFC 9106's second choice: 64 MiB, 3 passes. */
export interface PasswordCost {
  memoryKiB: number;
  iterations: number;
  parallelism: number;
}
export const defaultCost: PasswordCost = { memoryKiB: 65_536, iterations: 3, parallelism: 1 };

/** 32 bytes; runs in the thread pool, so that logins do not hold up everybody's sync. */
const hashOf = (password: string, salt: Buffer, cost: PasswordCost): Promise<Buffer> =>
  derive('argon2id', {
    message: Buffer.from(password),
    nonce: salt,
    parallelism: cost.parallelism,
    tagLength: 32,
    memory: cost.memoryKiB,
    passes: cost.iterations,
  });

/** A verifier with a fresh salt. `salt` and `hash` are base64 of the bytes. */
export async function makeVerifier(password: string, cost: PasswordCost): Promise<OfflineVerifier> {
  const salt = randomBytes(16);
  const hash = await hashOf(password, salt, cost);
  const { memoryKiB, iterations, parallelism } = cost;
  return { salt: salt.toString('base64'), hash: hash.toString('base64'), memoryKiB, iterations, parallelism };
}

export async function passwordFits(password: string, verifier: OfflineVerifier): Promise<boolean> {
  const hash = await hashOf(password, Buffer.from(verifier.salt, 'base64'), verifier);
  return timingSafeEqual(hash, Buffer.from(verifier.hash, 'base64'));
}
