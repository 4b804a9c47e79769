import { z } from 'zod';
import type { AccountRow, StoreReader, StoreWriter } from '../../core/ports/store.ts';
import { OfflineVerifier } from '../../contract/sync/accounts.ts';
import { Account } from '../../contract/views.ts';
import { accountEntity, type AccountTableRow } from '../entities/account-entity.ts';
import { upsert, type Session } from './session.ts';

const place = (row: string) => ({ table: 'accounts', column: 'body', row });
const usernameIndex = ({ crypto }: Session, username: string): Buffer =>
  crypto.blind('accounts.username', username.normalize('NFC'));

const Stored = z.strictObject({
  account: Account,
  verifier: OfflineVerifier.nullable(),
  token: z.string().nullable(),
  tokenExpires: z.string().nullable(),
  lastOnlineLogin: z.string().nullable(),
  offlineDays: z.int(),
  failedAttempts: z.int(),
  lockedUntil: z.string().nullable(),
});

const fromRow = ({ crypto }: Session, row: AccountTableRow): AccountRow =>
  Stored.parse(crypto.openJson(place(row.id), row.body));

export const accountReads = (
  session: Session,
): Pick<StoreReader, 'account' | 'accountById' | 'accounts'> => ({
  /** Of two accounts that had the same name one after the other, the newer. */
  async account(username) {
    const where = { usernameIndex: usernameIndex(session, username) };
    const row = await session.manager.findOne(accountEntity, { where, order: { seq: 'DESC' } });
    return row ? fromRow(session, row) : null;
  },
  async accountById(id) {
    const row = await session.manager.findOneBy(accountEntity, { id });
    return row ? fromRow(session, row) : null;
  },
  async accounts() {
    const rows = await session.manager.find(accountEntity, { order: { seq: 'ASC' } });
    return rows.map((row) => fromRow(session, row).account);
  },
});

export const accountWrites = (session: Session): Pick<StoreWriter, 'saveAccount'> => ({
  async saveAccount(row) {
    const { id, username } = row.account;
    const body = session.crypto.sealJson(place(id), row);
    await upsert(
      session.manager,
      accountEntity,
      { id, usernameIndex: usernameIndex(session, username), body },
      'id',
    );
  },
});
