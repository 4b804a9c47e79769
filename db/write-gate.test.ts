import { join } from 'node:path';
import { EntitySchema, type DataSource } from 'typeorm';
import { expect, it } from 'vitest';
import { openDataSource } from './driver.ts';
import { inFolder } from './testing/station-fixture.ts';
import { WriteGate } from './write-gate.ts';

const JOBS = 600;
const rowEntity = new EntitySchema<{ id: string }>({
  name: 'Row',
  tableName: 'rows',
  columns: { id: { type: 'text', primary: true } },
});

type Around = (work: () => Promise<unknown>) => Promise<unknown>;

const yieldTurns = async (turns: number): Promise<void> => {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** Waves of six: a transaction that will fail and, while it is open, one that will not and four plain inserts. */
async function runJobs(source: DataSource, around: Around): Promise<Set<string>> {
  const told = new Set<string>();
  const inTransaction = (id: string, turns: number, fails: boolean) => () =>
    source.transaction(async (manager) => {
      await manager.insert(rowEntity, { id });
      await yieldTurns(turns);
      if (fails) throw new Error('rolled back on purpose');
    });
  const plain = (id: string) => () => source.getRepository(rowEntity).insert({ id });
  for (let wave = 0; wave < JOBS / 6; wave += 1) {
    const id = (job: number): string => `${wave}-${job}`;
    const start = (job: number, work: () => Promise<unknown>): Promise<unknown> =>
      around(work).then(
        () => told.add(id(job)),
        () => undefined,
      );
    const failing = start(0, inTransaction(id(0), 8, true));
    // The others arrive while it is open, as a second window's call does.
    await yieldTurns(2);
    const beside = [inTransaction(id(1), 1, false), ...[2, 3, 4, 5].map((job) => plain(id(job)))];
    await Promise.all([failing, ...beside.map((work, i) => start(i + 1, work))]);
  }
  return told;
}

/** Runs the jobs on a new database; `there` is what another connection finds: the committed rows. */
function outcome(around: Around): Promise<{ told: Set<string>; there: Set<string> }> {
  return inFolder(async (folder) => {
    const file = join(folder, 'rows.db');
    const options = { file, key: Buffer.alloc(32, 1), entities: [rowEntity], migrations: [] };
    const source = await openDataSource(options);
    await source.query('CREATE TABLE rows (id TEXT PRIMARY KEY)');
    const told = await runJobs(source, around);
    const reading = await openDataSource({ ...options, access: 'read' });
    const rows = await reading.getRepository(rowEntity).find();
    await reading.destroy();
    await source.destroy();
    return { told, there: new Set(rows.map((row) => row.id)) };
  });
}

it('without the gate TypeORM loses acknowledged rows: the reason why the gate is there', async () => {
  const { told, there } = await outcome((work) => work());
  expect(told.size).toBeGreaterThan(JOBS / 2);
  expect([...told].filter((id) => !there.has(id)).length).toBeGreaterThan(JOBS / 2);
});

it('with the gate none of 600 is lost and nothing rolled back is there', async () => {
  const gate = new WriteGate<null>();
  const { told, there } = await outcome((work) => gate.enter(null, () => work()));
  expect(told.size).toBe((JOBS * 5) / 6);
  expect([...told].filter((id) => !there.has(id))).toEqual([]);
  expect([...there].filter((id) => !told.has(id))).toEqual([]);
});

it('runs in order, joins nested work, and queues work that outlives its write', async () => {
  const gate = new WriteGate<string>();
  const seen: string[] = [];
  let detached: Promise<unknown> = Promise.resolve();
  const first = gate.enter('first', async () => {
    seen.push('first begins');
    await gate.run('inner', async (scope) => seen.push(`inner joins ${scope}`));
    detached = yieldTurns(20).then(() =>
      gate.run('late', async (scope) => seen.push(`late runs as ${scope}`)),
    );
    await yieldTurns(5);
    seen.push('first ends');
  });
  const second = gate.enter('second', async () => {
    await yieldTurns(60);
    seen.push('second ends');
    throw new Error('a failure does not close the gate');
  });
  await first;
  await expect(second).rejects.toThrow();
  await detached;
  await gate.drained();
  expect(gate.current()).toBeNull();
  expect(seen).toEqual([
    'first begins',
    'inner joins first',
    'first ends',
    'second ends',
    'late runs as late',
  ]);
});
