import { createHash, randomBytes } from 'node:crypto';
import { LessThan } from 'typeorm';
import type { Account } from '../../contract/views.ts';
import { AccountDeviceEntity, AccountEntity, TokenEntity, type AccountRow } from '../db/entities.ts';
import type { Database } from '../db/database.ts';
import { Refusal } from '../http/refusal.ts';

/** Who speaks: the account and device a token was given to. */
export interface Caller {
  account: Account;
  deviceId: string;
}

const DAY_MS = 86_400_000;
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

export const accountOf = (row: AccountRow): Account => {
  const { id, username, displayName, role, areaCode, areaName, roleUntil } = row;
  const own = { id, username, displayName, role, areaCode, areaName };
  return roleUntil === null ? own : { ...own, roleUntil };
};

/** Gives a token for one account on one device; the database keeps its digest only. */
export async function issueToken(
  database: Database,
  login: { accountId: string; deviceId: string; deviceName: string },
  now: Date,
  days: number,
): Promise<{ token: string; tokenExpires: string }> {
  const token = randomBytes(32).toString('base64url');
  const expires = new Date(now.getTime() + days * DAY_MS).toISOString();
  const { accountId, deviceId, deviceName } = login;
  await database.write(async (tx) => {
    await tx.delete(TokenEntity, { expires: LessThan(now.toISOString()) });
    await tx.insert(TokenEntity, { tokenHash: hashOf(token), accountId, deviceId, expires });
    const lastAt = now.toISOString();
    await tx.upsert(AccountDeviceEntity, { accountId, deviceId, deviceName, lastAt }, [
      'accountId',
      'deviceId',
    ]);
  });
  return { token, tokenExpires: expires };
}

/** The caller of a request by its `Authorization: Bearer …`; throws `session.none` (401). */
export async function callerOf(
  database: Database,
  authorization: string | undefined,
  now: Date,
): Promise<Caller> {
  const token = /^Bearer ([\w-]{43})$/.exec(authorization ?? '')?.[1];
  if (!token) throw new Refusal(401, 'session.none');
  return database.read(async (tx) => {
    const known = await tx.findOneBy(TokenEntity, { tokenHash: hashOf(token) });
    if (!known || known.expires <= now.toISOString()) throw new Refusal(401, 'session.none');
    const row = await tx.findOneByOrFail(AccountEntity, { id: known.accountId });
    return { account: accountOf(row), deviceId: known.deviceId };
  });
}
