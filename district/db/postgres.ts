import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';

/** Opens a pool on `postgres://…`; commits are synchronous (checked), so that what is acknowledged is on disk. */
export async function openPostgresSource(
  url: string,
  entities: readonly EntitySchema[],
  migrations: readonly (new () => MigrationInterface)[],
): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url,
    entities: [...entities],
    migrations: [...migrations],
    poolSize: 8,
    connectTimeoutMS: 10_000,
    logging: false,
    installExtensions: false,
  });
  await source.initialize();
  const settings = (await source.query(
    `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes')`,
  )) as { name: string; setting: string }[];
  const unsafe = settings.filter(({ setting }) => setting === 'off');
  if (unsafe.length === 0) return source;
  await source.destroy();
  throw new Error(
    `database.notDurable: PostgreSQL runs with ${unsafe.map(({ name }) => `${name}=off`).join(', ')}`,
  );
}
