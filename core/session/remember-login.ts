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
  if (await carriesBetter(tx, reply.account, town, now))
    await tx.setSetting(syncAccountKey, reply.account.id);
}

/**
 * The queue of a town is better carried by the town's own token than by a visitor's, and never by that of a village while a
 * wider one holds: the district takes from a token only what people of its area did.
 */
async function carriesBetter(
  tx: StoreWriter,
  { areaCode }: LoginReply['account'],
  town: string | null,
  now: string,
): Promise<boolean> {
  const current = await tx.setting(syncAccountKey);
  if (!current) return true;
  if (town && !areaCode.startsWith(town)) return false;
  const row = await tx.accountById(current);
  const holds = (row?.tokenExpires ?? '') > now;
  const narrower =
    row !== null && areaCode !== row.account.areaCode && areaCode.startsWith(row.account.areaCode);
  // The district's own people at a town's station carry it only until somebody of the town does.
  const visitor = town !== null && row !== null && !row.account.areaCode.startsWith(town);
  return visitor || !narrower || !holds;
}

const stranger = {
  verifier: null,
  token: null,
  tokenExpires: null,
  lastOnlineLogin: null,
  failedAttempts: 0,
  lockedUntil: null,
};
