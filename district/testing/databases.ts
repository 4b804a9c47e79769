import { afterAll, beforeAll, describe } from 'vitest';
import { postgresMissing, startPostgres, type ThrowAwayCluster } from './postgres.ts';

/** Gives each test server an empty database: null is the embedded one. */
export type NewDatabase = () => Promise<string | null>;

/** The same tests on both kinds of storage; PostgreSQL is skipped by name where it is not installed. */
export function onEachDatabase(title: string, tests: (newDatabase: NewDatabase) => void): void {
  describe(`${title} (embedded)`, () => tests(async () => null));
  const reason = postgresMissing ? `, skipped: ${postgresMissing}` : '';
  describe.skipIf(postgresMissing !== null)(`${title} (PostgreSQL${reason})`, () => {
    let cluster: ThrowAwayCluster;
    beforeAll(async () => {
      cluster = await startPostgres();
    });
    afterAll(() => cluster.stop());
    tests(() => cluster.createDatabase());
  });
}
