import { randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { VaultDamaged, VaultLocked, type FileArchive, type Store, type Vault } from '../core/ports/store.ts';
import { SealedFileArchive } from './file-archive.ts';
import { deriveKeys, type DerivedKeys } from './keys.ts';
import { unwrapKey, wrapKey } from './passphrase.ts';
import { openStore, type SqliteStore } from './sqlite-store.ts';
import { errorCode, toStoreError } from './store-errors.ts';
import { readVaultRecord, writeVaultRecord, type VaultRecord } from './vault-file.ts';

export interface DeviceVault extends Vault {
  /**
   * For a host whose operating system keeps the 32-byte master key (safeStorage): opens, or makes, the vault with it.
   * Throws `VaultDamaged` when the data here belongs to another key.
   */
  openWithKey(key: Buffer): Promise<void>;
}

interface Opened {
  store: SqliteStore;
  files: SealedFileArchive;
}

/** The vault of a data folder: vault.json, station.db, files/ and backups/. Opens nothing by itself. */
export function openVault({ dataDir }: { dataDir: string }): DeviceVault {
  return new FolderVault(dataDir);
}

class FolderVault implements DeviceVault {
  readonly #folder: string;
  #opened: Opened | null = null;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A damaged vault is 'locked' too, never 'missing': `unlock` says what is wrong with it. */
  async status(): Promise<'missing' | 'locked' | 'open'> {
    if (this.#opened) return 'open';
    return existsSync(this.#recordPath) || this.#hasData() ? 'locked' : 'missing';
  }

  create(passphrase: string): Promise<void> {
    return this.#inTurn(async () => {
      const record = await readVaultRecord(this.#recordPath);
      if (record) throw new Error('this folder has a vault already');
      if (this.#hasData()) throw new VaultDamaged('there is data here, and vault.json is missing');
      const master = randomBytes(32);
      await this.#begin(master, await wrapKey(master, passphrase));
    });
  }

  unlock(passphrase: string): Promise<void> {
    return this.#inTurn(async () => {
      const record = await readVaultRecord(this.#recordPath);
      if (!record && this.#hasData()) throw new VaultDamaged('there is data here, and vault.json is missing');
      if (!record) throw new VaultLocked('there is no vault yet');
      if (record.wrap.kind !== 'passphrase')
        throw new VaultDamaged('the key of this vault is kept elsewhere');
      const master = await unwrapKey(record.wrap, passphrase);
      await this.#openRecorded(master, record);
    });
  }

  openWithKey(key: Buffer): Promise<void> {
    return this.#inTurn(async () => {
      const master = Buffer.from(key);
      const record = await readVaultRecord(this.#recordPath);
      if (record) await this.#openRecorded(master, record);
      else await this.#begin(master, { kind: 'external' });
    });
  }

  opened(): { store: Store; files: FileArchive } {
    if (!this.#opened) throw new VaultLocked('the vault is locked');
    return this.#opened;
  }

  close(): Promise<void> {
    return this.#inTurn(async () => {
      const opened = this.#opened;
      this.#opened = null;
      await opened?.files.close();
      await opened?.store.close();
    });
  }

  /** The record is on disk before the first byte of data: data without its key would be lost at once. */
  async #begin(master: Buffer, wrap: VaultRecord['wrap']): Promise<void> {
    const keys = deriveKeys(master);
    const record: VaultRecord = { version: 1, wrap, check: keys.check.toString('base64'), used: false };
    // With the key at hand but no record, the data itself shows whether the key is right.
    if (!this.#hasData()) await writeVaultRecord(this.#recordPath, record);
    await this.#openData(keys);
    await writeVaultRecord(this.#recordPath, { ...record, used: true });
    master.fill(0);
  }

  async #openRecorded(master: Buffer, record: VaultRecord): Promise<void> {
    const keys = deriveKeys(master);
    master.fill(0);
    const check = Buffer.from(record.check, 'base64');
    if (check.length !== keys.check.length || !timingSafeEqual(check, keys.check)) {
      throw new VaultDamaged('the key is not the one this vault was made with');
    }
    if (this.#opened) return;
    if (record.used && !existsSync(this.#databasePath)) throw new VaultDamaged('the database is missing');
    await this.#openData(keys);
    if (!record.used) await writeVaultRecord(this.#recordPath, { ...record, used: true });
  }

  async #openData(keys: DerivedKeys): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const backups = join(this.#folder, 'backups');
    const files = await new SealedFileArchive(join(this.#folder, 'files'), keys).open();
    try {
      const store = await openStore({ file: this.#databasePath, backups, keys, now: new Date() });
      this.#opened = { store, files };
    } catch (error) {
      const unreadable = ['SQLITE_NOTADB', 'SQLITE_CORRUPT'].some((code) =>
        errorCode(error).startsWith(code),
      );
      throw unreadable
        ? new VaultDamaged('the database does not open with its key', { cause: error })
        : error;
    }
  }

  #hasData(): boolean {
    return existsSync(this.#databasePath);
  }

  get #databasePath(): string {
    return join(this.#folder, 'station.db');
  }

  get #recordPath(): string {
    return join(this.#folder, 'vault.json');
  }

  /** Opening and closing never overlap. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#tail.then(work).catch((error: unknown) => {
      throw toStoreError(error);
    });
    this.#tail = turn.catch(() => undefined);
    return turn;
  }
}
