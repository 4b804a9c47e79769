import { hkdfSync } from 'node:crypto';

/** One key per purpose, 32 bytes each: a leak of one tells nothing of the others. */
export interface DerivedKeys {
  database: Buffer;
  fields: Buffer;
  index: Buffer;
  files: Buffer;
  fileNames: Buffer;
  /** Published in vault.json to recognise the right key; opens nothing. */
  check: Buffer;
}

/** HKDF-SHA256 (RFC 5869) of the random 32-byte master key; labels are part of the stored format. */
export function deriveKeys(master: Buffer): DerivedKeys {
  if (master.length !== 32) throw new RangeError('the master key has 32 bytes');
  const key = (label: string): Buffer =>
    Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `nuanchuang/1/${label}`, 32));
  return {
    database: key('database-file'),
    fields: key('database-fields'),
    index: key('blind-index'),
    files: key('archive-bytes'),
    fileNames: key('archive-names'),
    check: key('key-check'),
  };
}
