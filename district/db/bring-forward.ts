import { stat } from 'node:fs/promises';
import type { DataSource, QueryRunner } from 'typeorm';

/** Any fixed number: servers that start at once on PostgreSQL migrate one after the other. */
const LOCK = 500_107;

/**
 * Refuses a database that a newer version has migrated, copies an embedded one that is about to change to
 * `<file>.before-<migration>`, then runs what is missing, each step whole or not at all.
 */
export async function bringForward(source: DataSource, file: string | null): Promise<void> {
  const shared = source.options.type === 'postgres';
  const runner = source.createQueryRunner();
  try {
    if (shared) await runner.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const done = await migrationsDone(runner);
    const known = source.migrations.map((migration) => migration.name ?? '');
    const newer = done.find((name) => !known.includes(name));
    if (newer) throw new Error(`database.newer: migrated by ${newer}, which this version does not know`);
    const next = known.find((name) => !done.includes(name));
    if (next && file && done.length > 0) await backUp(runner, `${file}.before-${next}`);
    if (next) await source.runMigrations({ transaction: 'each' });
  } finally {
    if (shared) await runner.query('SELECT pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    if (shared) await runner.release();
  }
}

async function migrationsDone(runner: QueryRunner): Promise<string[]> {
  if (!(await runner.hasTable('migrations'))) return [];
  const rows = (await runner.query('SELECT "name" FROM "migrations" ORDER BY "id"')) as { name: string }[];
  return rows.map((row) => row.name);
}

/** Encrypted like the original: SQLite copies with the key of the connection. An earlier copy is kept. */
async function backUp(runner: QueryRunner, target: string): Promise<void> {
  const exists = await stat(target).then(
    () => true,
    () => false,
  );
  if (!exists) await runner.query('VACUUM INTO ?', [target]);
}
