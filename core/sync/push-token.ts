import { nowIso } from '../context.ts';
import type { OutboxRow } from '../ports/store.ts';
import type { SyncRun } from './sync-run.ts';

/** Rows that go with one token, in their order. */
export interface Carried {
  token: string;
  rows: OutboxRow[];
}

/**
 * The district takes from a token only what people of its area did. What somebody of elsewhere did here, such as the
 * district's own at a town's window, goes with that person's own token; it stays in the order it was done in.
 */
export async function byToken(run: SyncRun, rows: readonly OutboxRow[]): Promise<Carried[]> {
  const groups: Carried[] = [];
  for (const row of rows) {
    const token = await tokenFor(run, row);
    const last = groups.at(-1);
    if (last?.token === token) last.rows.push(row);
    else groups.push({ token, rows: [row] });
  }
  return groups;
}

async function tokenFor({ store, access, ports }: SyncRun, { item }: OutboxRow): Promise<string> {
  if (!item || item.actor.areaCode.startsWith(access.areaCode)) return access.token;
  const own = await store.read.accountById(item.actor.accountId);
  const good = own?.token && (own.tokenExpires ?? '') > nowIso(ports);
  return good ? (own.token ?? access.token) : access.token;
}
