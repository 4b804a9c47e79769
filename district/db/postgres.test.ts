import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresMissing, startPostgres, type ThrowAwayCluster } from '../testing/postgres.ts';
import { districtMigrations, openDatabase } from './database.ts';

const title = `PostgreSQL${postgresMissing ? `, skipped: ${postgresMissing}` : ''}`;
describe.skipIf(postgresMissing !== null)(title, () => {
  let cluster: ThrowAwayCluster;
  beforeAll(async () => {
    cluster = await startPostgres();
  });
  afterAll(() => cluster.stop());

  it('is refused when it answers before it has written', async () => {
    const url = await cluster.createDatabase();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`ALTER DATABASE "${new URL(url).pathname.slice(1)}" SET synchronous_commit = off`);
    await client.end();
    await expect(openDatabase({ kind: 'postgres', url })).rejects.toThrow(
      'database.notDurable: PostgreSQL runs with synchronous_commit=off',
    );
  });

  it('is brought forward once by servers that start together', async () => {
    const url = await cluster.createDatabase();
    const opened = await Promise.all(
      Array.from({ length: 4 }, () => openDatabase({ kind: 'postgres', url })),
    );
    const rows = await opened[0]?.read((tx) => tx.query('SELECT COUNT(*) AS "n" FROM "migrations"'));
    expect(rows).toEqual([{ n: String(districtMigrations.length) }]);
    for (const database of opened) await database.close();
  });
});
