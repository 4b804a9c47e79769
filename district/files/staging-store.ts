import { createCipheriv, createHmac } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { FileStore } from '@tus/file-store';
import { ERRORS } from '@tus/server';
import { tusError } from './tus-error.ts';

const BLOCK = 16;
/** Ids the tus server makes; nothing else names a file here. */
const idShape = /^[0-9a-f]{32}$/;

/**
 * Uploads on their way, encrypted as they arrive: half a scanned ID card may not lie on a disk in the clear. AES-256-CTR
 * under a key of its own for each upload; every position is written once, so no key stream is used twice.
 */
export class StagingStore extends FileStore {
  readonly #key: Buffer;

  constructor(directory: string, key: Buffer, expirationMs: number) {
    super({ directory, expirationPeriodInMilliseconds: expirationMs });
    this.#key = key;
  }

  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const cipher = keyStream(this.#keyOf(id), offset);
    let received = 0;
    const encrypt = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        received += chunk.length;
        done(null, cipher.update(chunk));
      },
    });
    const file = createWriteStream(this.#pathOf(id), { flags: 'r+', start: offset, mode: 0o600 });
    try {
      await pipeline(readable, encrypt, file);
    } catch (error) {
      const full =
        error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
      throw full ? tusError(507, 'storage.full', { freeBytes: 0 }) : ERRORS.FILE_WRITE_ERROR;
    }
    return offset + received;
  }

  /** The whole upload in the clear, in memory only. */
  async readAll(id: string): Promise<Buffer> {
    const decipher = keyStream(this.#keyOf(id), 0);
    return buffer(createReadStream(this.#pathOf(id)).pipe(decipher));
  }

  #keyOf(id: string): Buffer {
    return createHmac('sha256', this.#key).update(id).digest();
  }

  #pathOf(id: string): string {
    if (!idShape.test(id)) throw ERRORS.FILE_NOT_FOUND;
    return join(this.directory, id);
  }
}

/** The key stream from a byte position on. */
function keyStream(key: Buffer, position: number): ReturnType<typeof createCipheriv> {
  const counter = Buffer.alloc(BLOCK);
  counter.writeBigUInt64BE(BigInt(Math.floor(position / BLOCK)), 8);
  const cipher = createCipheriv('aes-256-ctr', key, counter);
  cipher.update(Buffer.alloc(position % BLOCK));
  return cipher;
}
