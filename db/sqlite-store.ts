import type { DataSource, QueryRunner } from 'typeorm';
import type { Store, StoreReader, StoreWriter } from '../core/ports/store.ts';
import { openDataSource } from './driver.ts';
import { FieldCrypto } from './field-crypto.ts';
import type { DerivedKeys } from './keys.ts';
import { migrate } from './migrate.ts';
import { accountReads, accountWrites } from './repositories/accounts.ts';
import { caseReads, caseWrites } from './repositories/cases.ts';
import { counterWrites } from './repositories/counters.ts';
import { draftReads, draftWrites } from './repositories/drafts.ts';
import { eventReads, eventWrites } from './repositories/events.ts';
import { outboxReads, outboxWrites } from './repositories/outbox.ts';
import { recordReads, recordWrites } from './repositories/records.ts';
import type { Session } from './repositories/session.ts';
import { streamRecordReads, streamRecordWrites } from './repositories/stream-records.ts';
import { templateWrites } from './repositories/templates.ts';
import { stationEntities, stationMigrations } from './station-schema.ts';
import { toStoreError } from './store-errors.ts';
import { runTransaction } from './transaction.ts';
import { TransactionGuard, withStoreErrors } from './transaction-guard.ts';
import { WriteGate } from './write-gate.ts';

interface Scope {
  guard: TransactionGuard;
  tx: StoreWriter;
}

const reader = (session: Session): StoreReader => ({
  ...draftReads(session),
  ...eventReads(session),
  ...caseReads(session),
  ...outboxReads(session),
  ...accountReads(session),
  ...recordReads(session),
  ...streamRecordReads(session),
});

const writer = (session: Session): StoreWriter => ({
  ...reader(session),
  ...draftWrites(session),
  ...eventWrites(session),
  ...caseWrites(session),
  ...outboxWrites(session),
  ...accountWrites(session),
  ...recordWrites(session),
  ...streamRecordWrites(session),
  ...counterWrites(session),
  ...templateWrites(session),
});

/** The store over two connections to one encrypted file: writes through the gate, reads beside them. */
export class SqliteStore implements Store {
  readonly read: StoreReader;
  readonly #writing: DataSource;
  readonly #reading: DataSource;
  readonly #crypto: FieldCrypto;
  readonly #gate = new WriteGate<Scope>();
  #closed = false;

  constructor(writing: DataSource, reading: DataSource, crypto: FieldCrypto) {
    this.#writing = writing;
    this.#reading = reading;
    this.#crypto = crypto;
    this.read = withStoreErrors(reader({ manager: reading.manager, crypto }));
  }

  write<T>(work: (tx: StoreWriter) => Promise<T>): Promise<T> {
    const outer = this.#gate.current();
    if (outer && !outer.guard.over) return joined(outer, work);
    if (this.#closed) return Promise.reject(new Error('the store is closed'));
    const runner = this.#writing.createQueryRunner();
    const guard = new TransactionGuard();
    const tx = guard.wrap(writer({ manager: runner.manager, crypto: this.#crypto }));
    return this.#gate.enter({ guard, tx }, () => alone(runner, guard, () => work(tx)));
  }

  /** Waits for the writes under way; later ones are refused. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#gate.drained();
    await this.#reading.destroy();
    await this.#writing.destroy();
  }
}

/** A nested write is part of the outer one: its failure fails the outer one too, even when that caught it. */
async function joined<T>({ guard, tx }: Scope, work: (tx: StoreWriter) => Promise<T>): Promise<T> {
  try {
    return await work(tx);
  } catch (error) {
    guard.fail(error);
    throw error;
  }
}

async function alone<T>(runner: QueryRunner, guard: TransactionGuard, work: () => Promise<T>): Promise<T> {
  try {
    return await runTransaction(runner, async () => {
      try {
        return await work();
      } catch (error) {
        guard.fail(error);
        throw error;
      } finally {
        await guard.end();
      }
    });
  } catch (error) {
    throw toStoreError(error);
  }
}

export interface StoreOptions {
  /** Path of the database file. */
  file: string;
  /** Folder of the copies made before a migration. */
  backups: string;
  keys: DerivedKeys;
  now: Date;
}

/** Opens, and migrates, the station's database. Throws `DatabaseNewer`, `StorageFull`, or the driver's error. */
export async function openStore({ file, backups, keys, now }: StoreOptions): Promise<SqliteStore> {
  const options = { file, key: keys.database, entities: stationEntities, migrations: stationMigrations };
  const writing = await openDataSource(options);
  try {
    await migrate(writing, { backup: { file, folder: backups }, now });
    const reading = await openDataSource({ ...options, access: 'read' });
    return new SqliteStore(writing, reading, new FieldCrypto(keys));
  } catch (error) {
    await writing.destroy();
    throw toStoreError(error);
  }
}
