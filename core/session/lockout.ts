import { refuse, type Refused } from '../handler.ts';
import type { AccountRow, Store } from '../ports/store.ts';

const maxAttempts = 5;
const lockMinutes = 15;

/**
 * Counts a try before the password is checked, so that tries sent at once cannot pass the limit. The fifth try locks; when it
 * was the right password after all, `clearAttempts` opens again.
 */
export async function reserveAttempt(
  store: Store,
  username: string,
  now: Date,
): Promise<{ ok: true } | Refused<'session.lockedOut'>> {
  return store.write(async (tx) => {
    const row = await tx.account(username);
    if (!row) return { ok: true };
    if (row.lockedUntil && row.lockedUntil > now.toISOString())
      return refuse('session.lockedOut', { until: row.lockedUntil });
    const failedAttempts = (row.lockedUntil ? 0 : row.failedAttempts) + 1;
    const lockedUntil =
      failedAttempts >= maxAttempts ? new Date(now.getTime() + lockMinutes * 60_000).toISOString() : null;
    await tx.saveAccount({ ...row, failedAttempts, lockedUntil });
    return { ok: true };
  });
}

export async function clearAttempts(store: Store, username: string): Promise<void> {
  await store.write(async (tx) => {
    const row = await tx.account(username);
    if (row) await tx.saveAccount({ ...row, failedAttempts: 0, lockedUntil: null });
  });
}

/** What to tell after a wrong password, from the row as the try left it. */
export function wrongPassword(
  row: AccountRow | null,
): Refused<'session.wrongPassword' | 'session.lockedOut'> {
  if (row?.lockedUntil) return refuse('session.lockedOut', { until: row.lockedUntil });
  return refuse('session.wrongPassword', {
    attemptsLeft: Math.max(0, maxAttempts - (row?.failedAttempts ?? 0)),
  });
}
