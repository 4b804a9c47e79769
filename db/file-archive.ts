import { createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ArchiveDamaged, StorageFull, type FileArchive } from '../core/ports/store.ts';
import { syncPath } from './backup.ts';
import { openBytes, sealBytes } from './field-crypto.ts';
import type { DerivedKeys } from './keys.ts';
import { Slots } from './slots.ts';
import { errorCode, isFull } from './store-errors.ts';

const IN_FLIGHT = 4;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Encrypted files named by the HMAC of their digest: the folder tells neither content nor whether a known file is there.
 * A file is written aside, synced, then renamed, so that a name always holds whole bytes.
 */
export class SealedFileArchive implements FileArchive {
  readonly #folder: string;
  readonly #aside: string;
  readonly #keys: Pick<DerivedKeys, 'files' | 'fileNames'>;
  readonly #slots = new Slots(IN_FLIGHT);
  /** Two puts of equal bytes are one: the second may not answer before the first is on disk. */
  readonly #puts = new Map<string, Promise<void>>();

  constructor(folder: string, keys: Pick<DerivedKeys, 'files' | 'fileNames'>) {
    this.#folder = folder;
    this.#aside = join(folder, 'aside');
    this.#keys = keys;
  }

  /** Makes the folders and removes what a crash left half written. */
  async open(): Promise<this> {
    await rm(this.#aside, { recursive: true, force: true });
    await mkdir(this.#aside, { recursive: true, mode: 0o700 });
    await syncPath(this.#folder);
    return this;
  }

  async put(bytes: Uint8Array): Promise<{ digest: string; bytes: number }> {
    const digest = sha256(bytes);
    const running = this.#puts.get(digest) ?? this.#slots.run(() => this.#store(digest, bytes));
    this.#puts.set(digest, running);
    try {
      await running;
    } finally {
      if (this.#puts.get(digest) === running) this.#puts.delete(digest);
    }
    return { digest, bytes: bytes.length };
  }

  get(digest: string): Promise<Uint8Array | null> {
    return this.#slots.run(() => this.#read(digest));
  }

  async has(digest: string): Promise<boolean> {
    try {
      return (await stat(this.#path(digest))).isFile();
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return false;
      throw error;
    }
  }

  async remove(digest: string): Promise<void> {
    await this.#puts.get(digest)?.catch(() => undefined);
    await rm(this.#path(digest), { force: true });
  }

  async freeBytes(): Promise<number> {
    const { bavail, bsize } = await statfs(this.#folder);
    return bavail * bsize;
  }

  /** Waits for the work under way. */
  close(): Promise<void> {
    return this.#slots.idle();
  }

  async #read(digest: string): Promise<Uint8Array | null> {
    const path = this.#path(digest);
    let sealed: Buffer;
    try {
      sealed = await readFile(path);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
    const plain = openBytes(this.#keys.files, associatedData(digest), sealed);
    if (!plain || sha256(plain) !== digest) throw new ArchiveDamaged();
    return plain;
  }

  async #store(digest: string, bytes: Uint8Array): Promise<void> {
    if (await this.#wholeAlready(digest)) return;
    const aside = join(this.#aside, randomBytes(12).toString('hex'));
    const path = this.#path(digest);
    try {
      await writeSynced(aside, sealBytes(this.#keys.files, associatedData(digest), bytes));
      if (await mkdir(dirname(path), { recursive: true, mode: 0o700 })) await syncPath(this.#folder);
      await rename(aside, path);
      await syncPath(dirname(path));
    } catch (error) {
      await rm(aside, { force: true });
      throw isFull(error) ? new StorageFull() : error;
    }
  }

  /** A damaged file is written anew from the good bytes at hand. */
  async #wholeAlready(digest: string): Promise<boolean> {
    try {
      return (await this.#read(digest)) !== null;
    } catch (error) {
      if (error instanceof ArchiveDamaged) return false;
      throw error;
    }
  }

  #path(digest: string): string {
    const name = createHmac('sha256', this.#keys.fileNames).update(digest, 'utf8').digest('hex');
    return join(this.#folder, name.slice(0, 2), name);
  }
}

const associatedData = (digest: string): Buffer => Buffer.from(`archive\0${digest}`, 'utf8');

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}
