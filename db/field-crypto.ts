import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** First byte of everything sealed; another suite (SM4/SM3) gets its own number and old values stay readable. */
const AES_256_GCM = 1;
const NONCE = 12;
const TAG = 16;

/** Where a sealed value belongs; a value moved to another row, column or table no longer opens. */
export interface Place {
  table: string;
  column: string;
  row: string;
}

/** A sealed value that does not open at its place: altered, moved, or sealed under another key. */
export class FieldDamaged extends Error {
  constructor(place: Pick<Place, 'table' | 'column'>) {
    super(`sealed value of ${place.table}.${place.column} does not open`);
    this.name = 'FieldDamaged';
  }
}

/** [algorithm byte][12 bytes nonce][ciphertext][16 bytes tag], AES-256-GCM with associated data. */
export function sealBytes(key: Buffer, associated: Buffer, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(associated);
  const body = cipher.update(plain);
  return Buffer.concat([Buffer.of(AES_256_GCM), nonce, body, cipher.final(), cipher.getAuthTag()]);
}

/** Reverses `sealBytes`; null when the bytes do not open. */
export function openBytes(key: Buffer, associated: Buffer, sealed: Uint8Array): Buffer | null {
  if (sealed.length < 1 + NONCE + TAG || sealed[0] !== AES_256_GCM) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE), {
    authTagLength: TAG,
  });
  decipher.setAAD(associated);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const body = decipher.update(sealed.subarray(1 + NONCE, sealed.length - TAG));
  try {
    return Buffer.concat([body, decipher.final()]);
  } catch {
    return null;
  }
}

/** Seals personal columns and makes their blind indexes, under keys derived from the device's master key. */
export class FieldCrypto {
  readonly #fields: Buffer;
  readonly #index: Buffer;

  constructor(keys: { fields: Buffer; index: Buffer }) {
    this.#fields = keys.fields;
    this.#index = keys.index;
  }

  seal(place: Place, plain: Uint8Array): Buffer {
    return sealBytes(this.#fields, associatedData(place), plain);
  }

  /** Throws `FieldDamaged`. */
  open(place: Place, sealed: Uint8Array): Buffer {
    const plain = openBytes(this.#fields, associatedData(place), sealed);
    if (!plain) throw new FieldDamaged(place);
    return plain;
  }

  sealJson(place: Place, value: unknown): Buffer {
    return this.seal(place, Buffer.from(JSON.stringify(value), 'utf8'));
  }

  /** Throws `FieldDamaged`. The caller parses the value with its schema. */
  openJson(place: Place, sealed: Uint8Array): unknown {
    return JSON.parse(this.open(place, sealed).toString('utf8')) as unknown;
  }

  /** HMAC-SHA256 for exact look-up: equal texts of one label give equal 32 bytes, nothing can be read back. */
  blind(label: string, text: string): Buffer {
    return createHmac('sha256', this.#index).update(`${label}\0${text}`, 'utf8').digest();
  }
}

/** JSON keeps the three parts apart whatever characters they hold. */
const associatedData = (place: Place): Buffer =>
  Buffer.from(JSON.stringify([place.table, place.column, place.row]), 'utf8');
