import { MigrationExecutor, type DataSource } from 'typeorm';
import { DatabaseNewer } from '../core/ports/store.ts';
import { backUp } from './backup.ts';

export interface MigrateOptions {
  /** Database file and folder for the copies; null on a server that makes its own backups (PostgreSQL). */
  backup: { file: string; folder: string } | null;
  now: Date;
}

/**
 * Brings a database to this version: forward only, each migration in its own transaction, a copy first. Throws
 * `DatabaseNewer` before it changes anything, and whatever a backup or a migration threw.
 */
export async function migrate(source: DataSource, options: MigrateOptions): Promise<{ ran: string[] }> {
  const known = source.migrations.map((migration) => migration.name ?? migration.constructor.name);
  const applied = await appliedMigrations(source);
  const unknown = applied.filter((name) => !known.includes(name)).sort(byTime);
  const newest = unknown.at(-1);
  if (newest !== undefined) throw new DatabaseNewer(newest, [...known].sort(byTime).at(-1) ?? '');
  if (known.every((name) => applied.includes(name))) return { ran: [] };
  if (options.backup && applied.length > 0) {
    await backUp(source, options.backup.file, options.backup.folder, options.now);
  }
  const ran = await source.runMigrations({ transaction: 'each' });
  return { ran: ran.map((migration) => migration.name) };
}

async function appliedMigrations(source: DataSource): Promise<string[]> {
  const runner = source.createQueryRunner();
  try {
    if (!(await runner.hasTable('migrations'))) return [];
    const rows = await new MigrationExecutor(source, runner).getExecutedMigrations();
    return rows.map((row) => row.name);
  } finally {
    await runner.release();
  }
}

const stamp = (name: string): number => Number(name.slice(-13));
const byTime = (a: string, b: string): number => stamp(a) - stamp(b);
