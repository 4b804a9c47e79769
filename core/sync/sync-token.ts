import type { Role } from '../../domain/log/event-envelope.ts';
import type { StoreReader } from '../ports/store.ts';
import { syncAccountKey } from '../session/remember-login.ts';

export interface SyncToken {
  token: string;
  /** What the token may pull; cursors of different areas are different. */
  areaCode: string;
  role: Role;
}

/** The token of the last login online, also while nobody is logged in; null when there is none or it has run out. */
export async function syncToken(reader: StoreReader, now: string): Promise<SyncToken | null> {
  const accountId = await reader.setting(syncAccountKey);
  const row = accountId ? await reader.accountById(accountId) : null;
  if (!row?.token || !row.tokenExpires || row.tokenExpires <= now) return null;
  return { token: row.token, areaCode: row.account.areaCode, role: row.account.role };
}
