import { dirname, join } from 'node:path';
import type { DataSource } from 'typeorm';
import { migrate } from '../../db/migrate.ts';

/** Any fixed number: servers that start at once on PostgreSQL migrate one after the other. */
const LOCK = 500_107;

/** Brings an embedded database to this version, a copy in `backups/` first. Throws `DatabaseNewer`. */
export async function bringEmbeddedForward(source: DataSource, file: string): Promise<void> {
  await migrate(source, { backup: { file, folder: join(dirname(file), 'backups') }, now: new Date() });
}

/** PostgreSQL makes its own backups. Throws `DatabaseNewer`. */
export async function bringPostgresForward(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await migrate(source, { backup: null, now: new Date() });
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    await runner.release();
  }
}
