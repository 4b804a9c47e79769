import type Database from 'better-sqlite3-multiple-ciphers';
import { DataSource, type EntitySchema, type Logger, type MigrationInterface } from 'typeorm';

export type MigrationClass = new () => MigrationInterface;

export interface OpenOptions {
  /** Path of the database file; its folder is made. */
  file: string;
  /** Raw key of the whole file, 32 bytes. */
  key: Buffer;
  entities: readonly EntitySchema[];
  migrations: readonly MigrationClass[];
  /** 'read' opens a second connection that refuses every change and sees committed rows only. */
  access?: 'write' | 'read';
}

const NODE_MAJOR = 22;

/** The driver's binary crashes the whole process on an older Node: say so before it is loaded. */
export function assertNodeVersion(version: string = process.versions.node): void {
  if (Number.parseInt(version, 10) >= NODE_MAJOR) return;
  throw new Error(`the database driver needs Node ${NODE_MAJOR} or newer, this is Node ${version}`);
}

export async function loadDriver() {
  assertNodeVersion();
  return (await import('better-sqlite3-multiple-ciphers')).default;
}

/**
 * Opens an encrypted SQLite file as a TypeORM data source: SQLCipher 4 pages (AES-256-CBC, HMAC-SHA512), WAL,
 * synchronous=FULL, foreign keys. Runs no migration: `migrate` does. Throws TypeORM's and the driver's errors
 * (`SQLITE_NOTADB` for a wrong key).
 */
export async function openDataSource(options: OpenOptions): Promise<DataSource> {
  if (options.key.length !== 32) throw new RangeError('the database key has 32 bytes');
  const driver = await loadDriver();
  const reading = options.access === 'read';
  const source = new DataSource({
    type: 'better-sqlite3',
    driver,
    database: options.file,
    fileMustExist: reading,
    timeout: 5000,
    entities: [...options.entities],
    migrations: [...options.migrations],
    logging: false,
    logger: new SilentLogger(),
    prepareDatabase: (db: Database) => prepare(db, options.key, reading),
  });
  return source.initialize();
}

/** TypeORM prints failed migrations even with logging off. Statements carry personal data; failures are thrown anyway. */
class SilentLogger implements Logger {
  logQuery(): void {}
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}

function prepare(db: Database, key: Buffer, reading: boolean): void {
  db.pragma("cipher = 'sqlcipher'");
  db.pragma(`key = "x'${key.toString('hex')}'"`);
  try {
    // Sorting may not spill personal data into temporary files: SQLite does not encrypt those.
    db.pragma('temp_store = MEMORY');
    db.pragma('cache_size = -16000');
    db.pragma('synchronous = FULL');
    db.pragma(reading ? 'query_only = ON' : 'journal_mode = WAL');
    // One huge write does not keep its log for ever.
    db.pragma('journal_size_limit = 16777216');
    // Withdrawn face templates leave no bytes behind in freed pages.
    db.pragma('secure_delete = ON');
    expectPragma(db, 'journal_mode', 'wal');
    expectPragma(db, 'synchronous', 2);
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A setting that silently did not take would cost acknowledged rows at the next power cut. */
function expectPragma(db: Database, name: string, wanted: unknown): void {
  const found: unknown = db.pragma(name, { simple: true });
  if (found !== wanted) throw new Error(`SQLite keeps ${name}=${String(found)} instead of ${String(wanted)}`);
}
