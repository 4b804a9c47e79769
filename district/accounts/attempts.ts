import { IsNull, LessThan } from 'typeorm';
import { AttemptEntity } from '../db/entities.ts';
import type { Database } from '../db/database.ts';
import { Refusal } from '../http/refusal.ts';

export const attemptsAllowed = 5;
const LOCK_MS = 15 * 60_000;
const FORGET_MS = 24 * 3_600_000;

/**
 * Counts an attempt before its password is looked at, so that many at once are not more than five. Returns how many are
 * left when this one is wrong; throws `session.lockedOut {until}`. Counts unknown names just the same.
 */
export async function countAttempt(database: Database, username: string, now: Date): Promise<number> {
  const at = now.toISOString();
  const row = await database.write(async (tx) => {
    const forgotten = new Date(now.getTime() - FORGET_MS).toISOString();
    await tx.delete(AttemptEntity, { lastAt: LessThan(forgotten), lockedUntil: IsNull() });
    await tx.delete(AttemptEntity, { lockedUntil: LessThan(at) });
    await tx
      .createQueryBuilder()
      .insert()
      .into(AttemptEntity)
      .values({ username, failures: 0, lockedUntil: null, lastAt: at })
      .orIgnore()
      .execute();
    const increment = { failures: () => '"failures" + 1', lastAt: at };
    await tx
      .createQueryBuilder()
      .update(AttemptEntity)
      .set(increment)
      .where({ username, lockedUntil: IsNull() })
      .execute();
    const counted = await tx.findOneByOrFail(AttemptEntity, { username });
    if (counted.lockedUntil === null && counted.failures >= attemptsAllowed) {
      const lockedUntil = new Date(now.getTime() + LOCK_MS).toISOString();
      await tx.update(AttemptEntity, { username }, { lockedUntil });
    }
    return counted;
  });
  if (row.lockedUntil !== null) throw new Refusal(423, 'session.lockedOut', { until: row.lockedUntil });
  return attemptsAllowed - row.failures;
}

export const forgetAttempts = (database: Database, username: string): Promise<unknown> =>
  database.write((tx) => tx.delete(AttemptEntity, { username }));
