import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { SettingEntity } from '../db/entities.ts';
import type { Database } from '../db/database.ts';
import { takeTurn } from '../sync/case-number.ts';
import { sealText, unsealText } from './seal.ts';

const SETTING = 'signing-key';

export interface Countersigner {
  /** Ed25519 over the UTF-8 bytes of the lower-case hex digest; base64. */
  sign(digest: string): string;
  /** SPKI, base64. */
  publicKey: string;
}

/** The district's signing key, sealed in its database; made at the first start. Throws under another master key. */
export async function openCountersigner(database: Database, settingsKey: Buffer): Promise<Countersigner> {
  const sealed = await database.write(async (tx) => {
    await takeTurn(tx);
    const stored = await tx.findOneBy(SettingEntity, { name: SETTING });
    if (stored) return stored.value;
    const der = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' });
    const value = sealText(settingsKey, SETTING, der.toString('base64'));
    await tx.insert(SettingEntity, { name: SETTING, value });
    return value;
  });
  const der = Buffer.from(unsealText(settingsKey, SETTING, sealed), 'base64');
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');
  return { sign: (digest) => sign(null, Buffer.from(digest), key).toString('base64'), publicKey };
}

/** Checks a countersignature with nothing but the published key. */
export function countersignatureHolds(publicKey: string, digest: string, signature: string): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(digest), key, Buffer.from(signature, 'base64'));
}
