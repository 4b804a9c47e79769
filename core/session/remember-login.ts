import type { LoginReply } from '../../contract/sync/accounts.ts';
import { refuse, type Refused } from '../handler.ts';
import type { StoreWriter } from '../ports/store.ts';
import { rememberTerms } from './district-terms.ts';

const townKey = 'station.town';
export const syncAccountKey = 'sync.accountId';

/** A town's station belongs to the town of its first login; the district's own people may use it too. */
export async function claimTown(
  tx: StoreWriter,
  areaCode: string,
): Promise<Refused<'session.wrongArea'> | null> {
  const town = await tx.setting(townKey);
  if (areaCode.length < 9)
    return !town || town.startsWith(areaCode) ? null : refuse('session.wrongArea', { areaCode: town });
  if (!town) await tx.setSetting(townKey, areaCode.slice(0, 9));
  return !town || town === areaCode.slice(0, 9) ? null : refuse('session.wrongArea', { areaCode: town });
}

/** Keeps what a login without network and the background sync need, everybody's name, and what the district decides by. */
export async function rememberLogin(tx: StoreWriter, reply: LoginReply, now: string): Promise<void> {
  for (const account of reply.colleagues) {
    if (account.id === reply.account.id) continue;
    const row = await tx.accountById(account.id);
    await tx.saveAccount(
      row ? { ...row, account } : { ...stranger, account, offlineDays: reply.offlineDays },
    );
  }
  await tx.saveAccount({
    account: reply.account,
    verifier: reply.verifier,
    token: reply.token,
    tokenExpires: reply.tokenExpires,
    lastOnlineLogin: now,
    offlineDays: reply.offlineDays,
    failedAttempts: 0,
    lockedUntil: null,
  });
  await rememberTerms(tx, reply);
  const town = await tx.setting(townKey);
  // The queue of a town is better carried by the town's own token than by a visitor's.
  if (!town || reply.account.areaCode.startsWith(town) || !(await tx.setting(syncAccountKey))) {
    await tx.setSetting(syncAccountKey, reply.account.id);
  }
}

const stranger = {
  verifier: null,
  token: null,
  tokenExpires: null,
  lastOnlineLogin: null,
  failedAttempts: 0,
  lockedUntil: null,
};
