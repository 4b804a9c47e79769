import type { QueryRunner } from 'typeorm';

/**
 * Runs `work` in one IMMEDIATE transaction; only behind the write gate. TypeORM's own transaction keeps counting one as
 * open when SQLite has already rolled back by itself (full disk), so BEGIN and COMMIT are said here. Do not use
 * `manager.save` or `remove` inside: they would begin another one, which SQLite refuses.
 */
export async function runTransaction<T>(runner: QueryRunner, work: () => Promise<T>): Promise<T> {
  await runner.query('BEGIN IMMEDIATE');
  try {
    const result = await work();
    await runner.query('COMMIT');
    return result;
  } catch (error) {
    await rollBack(runner);
    throw error;
  }
}

/** When SQLite has rolled back already this fails; when it fails otherwise, the next BEGIN is refused aloud. */
async function rollBack(runner: QueryRunner): Promise<void> {
  try {
    await runner.query('ROLLBACK');
  } catch {
    return;
  }
}
