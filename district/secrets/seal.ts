import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** First byte of everything sealed; another algorithm (国密) gets another number. */
const AES_256_GCM = 1;
const NONCE = 12;
const TAG = 16;

/** AES-256-GCM; `place` is authenticated with it, so that sealed bytes cannot be moved elsewhere. */
export function seal(key: Buffer, place: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const body = cipher.update(plain);
  return Buffer.concat([Buffer.from([AES_256_GCM]), nonce, body, cipher.final(), cipher.getAuthTag()]);
}

/** Throws when the bytes were changed, moved to another place, or sealed under another key. */
export function unseal(key: Buffer, place: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (bytes[0] !== AES_256_GCM || bytes.length < 1 + NONCE + TAG)
    throw new Error('not sealed by this program');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + NONCE));
  decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-TAG));
  return Buffer.concat([decipher.update(bytes.subarray(1 + NONCE, -TAG)), decipher.final()]);
}

export const sealText = (key: Buffer, place: string, text: string): string =>
  seal(key, place, Buffer.from(text)).toString('base64');
export const unsealText = (key: Buffer, place: string, sealed: string): string =>
  unseal(key, place, Buffer.from(sealed, 'base64')).toString('utf8');
