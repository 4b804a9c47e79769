import type { z } from 'zod';
import { shanghaiDate } from '../../domain/values/iso-date.ts';
import type { LoginReply, LoginRequest } from '../../contract/sync/accounts.ts';
import { AccountEntity } from '../db/entities.ts';
import { Refusal } from '../http/refusal.ts';
import type { DistrictContext } from '../context.ts';
import { countAttempt, forgetAttempts } from './attempts.ts';
import { makeVerifier, passwordFits } from './password.ts';
import { accountOf, issueToken } from './tokens.ts';

export const normaliseUsername = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Checks name and password; unknown names cost the same work and answer the same. */
export async function login(
  context: DistrictContext,
  request: z.infer<typeof LoginRequest>,
): Promise<LoginReply> {
  const { database, config, now } = context;
  const username = normaliseUsername(request.username);
  const attemptsLeft = await countAttempt(database, username, now());
  const row = await database.read((tx) => tx.findOneBy(AccountEntity, { username }));
  const fits = await passwordFits(request.password, row ?? (await context.nobody()));
  if (!row || !fits) throw new Refusal(401, 'session.wrongPassword', { attemptsLeft });
  if (row.roleUntil !== null && shanghaiDate(now().toISOString()) > row.roleUntil)
    throw new Refusal(403, 'session.roleExpired', { until: row.roleUntil });
  await forgetAttempts(database, username);
  const { deviceId, deviceName } = request;
  const device = { accountId: row.id, deviceId, deviceName };
  const issued = await issueToken(database, device, now(), config.tokenDays);
  // Its own salt: a lost station gives away nothing that is kept here.
  const verifier = await makeVerifier(request.password, config.passwordCost);
  const { offlineDays, amounts, verifiable } = config;
  const colleagues = await colleaguesOf(context, row.areaCode);
  return {
    account: accountOf(row),
    verifier,
    ...issued,
    offlineDays,
    colleagues,
    amounts: [...amounts],
    verifiable: [...verifiable],
    serverTime: now().toISOString(),
  };
}

/** Everybody of the area, its parts and the areas above it: those whose names can stand in its records. */
async function colleaguesOf(
  { database }: DistrictContext,
  areaCode: string,
): Promise<LoginReply['colleagues']> {
  const rows = await database.read((tx) => tx.find(AccountEntity, { order: { username: 'ASC' } }));
  return rows
    .filter((row) => row.areaCode.startsWith(areaCode) || areaCode.startsWith(row.areaCode))
    .map(accountOf);
}
