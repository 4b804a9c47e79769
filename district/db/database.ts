import type { DataSource, EntityManager } from 'typeorm';
import { openDataSource } from '../../db/driver.ts';
import { runTransaction } from '../../db/transaction.ts';
import { WriteGate } from '../../db/write-gate.ts';
import { districtEntities } from './entities.ts';
import { bringEmbeddedForward, bringPostgresForward } from './bring-forward.ts';
import { DistrictInitial1764000000000 } from './migrations/1764000000000-initial.ts';
import { Matching1764100000000 } from './migrations/1764100000000-matching.ts';
import { Portal1764200000000 } from './migrations/1764200000000-portal.ts';
import { People1764400000000 } from './migrations/1764400000000-people.ts';
import { Streams1764300000000 } from './migrations/1764300000000-streams.ts';
import { openPostgresSource } from './postgres.ts';

/** The two kinds of storage behind the same tables. */
export type DatabasePlace =
  { kind: 'embedded'; file: string; key: Buffer } | { kind: 'postgres'; url: string };

export interface Database {
  kind: DatabasePlace['kind'];
  /** Sees committed rows only. */
  read<T>(work: (tx: EntityManager) => Promise<T>): Promise<T>;
  /** One transaction, durable on disk when it resolves. Inside it, no `save` or `remove`: they would begin another. */
  write<T>(work: (tx: EntityManager) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export const districtMigrations = [
  DistrictInitial1764000000000,
  Matching1764100000000,
  Portal1764200000000,
  Streams1764300000000,
  People1764400000000,
];

export async function openDatabase(place: DatabasePlace): Promise<Database> {
  return place.kind === 'embedded' ? openEmbedded(place) : openPostgres(place.url);
}

/** SQLite has one connection for writing, behind a gate, and one that sees nothing uncommitted. */
async function openEmbedded({ file, key }: { file: string; key: Buffer }): Promise<Database> {
  const options = { file, key, entities: districtEntities, migrations: districtMigrations };
  const writer = await openDataSource(options);
  await closingOnError(writer, () => bringEmbeddedForward(writer, file));
  const reader = await openDataSource({ ...options, access: 'read' });
  const gate = new WriteGate<EntityManager>();
  const runner = writer.createQueryRunner();
  return {
    kind: 'embedded',
    read: (work) => work(reader.manager),
    write: (work) => {
      const outer = gate.current();
      return outer ? work(outer) : gate.enter(runner.manager, (tx) => runTransaction(runner, () => work(tx)));
    },
    close: () =>
      gate.enter(runner.manager, async () => {
        await end(reader);
        await end(writer);
      }),
  };
}

async function openPostgres(url: string): Promise<Database> {
  const source = await openPostgresSource(url, districtEntities, districtMigrations);
  await closingOnError(source, () => bringPostgresForward(source));
  return {
    kind: 'postgres',
    read: (work) => work(source.manager),
    write: (work) => source.transaction(work),
    close: () => end(source),
  };
}

/** Ending twice is no fault. */
const end = async (source: DataSource): Promise<void> =>
  source.isInitialized ? source.destroy() : undefined;

async function closingOnError(source: DataSource, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await source.destroy();
    throw error;
  }
}
