import { createPublicKey, verify } from 'node:crypto';

/** Checks a signature of the district (Ed25519, base64) over a hex digest; false too for what is no key at all. */
export function signatureHolds(publicKey: string, digest: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(digest), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
