import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { makeUuid } from '../../domain/values/uuid.ts';
import type { Role } from '../../domain/log/event-envelope.ts';
import { AccountEntity, type AccountRow } from '../db/entities.ts';
import { Refusal } from '../http/refusal.ts';
import { takeTurn } from '../sync/case-number.ts';
import { makeVerifier, type PasswordCost } from './password.ts';

export interface NewAccount {
  username: string;
  password: string;
  displayName: string;
  role: Role;
  areaCode: string;
  areaName: string;
  /** Last day of the role. */
  roleUntil?: string | null;
}

export async function accountRow(account: NewAccount, cost: PasswordCost, now: Date): Promise<AccountRow> {
  const { password, ...rest } = account;
  const verifier = await makeVerifier(password, cost);
  const id = makeUuid(now.getTime(), randomBytes(10));
  return { id, roleUntil: null, ...rest, ...verifier, createdAt: now.toISOString() };
}

/** The very first accounts; throws `setup.done` when there is one already. */
export async function insertFirstAccounts(tx: EntityManager, rows: readonly AccountRow[]): Promise<void> {
  await takeTurn(tx);
  if ((await tx.count(AccountEntity)) > 0) throw new Refusal(409, 'setup.done');
  await tx.insert(AccountEntity, [...rows]);
}
