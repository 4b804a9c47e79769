import type { OutboxItem } from '../../contract/views.ts';
import { nowIso, storeOf } from '../context.ts';
import { done, refuse, type HandlersOf } from '../handler.ts';
import type { OutboxRow, StoreReader } from '../ports/store.ts';

export const outboxHandlers: HandlersOf<'outbox.list' | 'outbox.retry'> = {
  async 'outbox.list'(_call, core) {
    const { read } = storeOf(core);
    const items: OutboxItem[] = [];
    for (const row of await read.outbox(null)) items.push(await outboxItem(read, row));
    return done({ summary: await core.sync.summary(), items });
  },

  async 'outbox.retry'({ input }, core) {
    const now = nowIso(core.ports);
    const found = await storeOf(core).write(async (tx) => {
      const all = input.id ? [await tx.outboxRow(input.id)] : await tx.outbox(null);
      const rows = all.filter((row) => row !== null);
      for (const row of rows.filter((r) => r.state !== 'acknowledged')) {
        await tx.saveOutbox({ ...row, state: 'local', attempts: 0, notBefore: now, failure: null });
      }
      return rows.length > 0 || input.id === null;
    });
    if (!found) return refuse('outbox.notFound', {});
    core.sync.wake();
    return done({});
  },
};

const records = { case: '', alert: '预警', ticket: '诉求' } as const;

/** Names the case by its code only, what has none by its kind and id: the list is looked at by whoever is logged in. */
async function outboxItem(reader: StoreReader, row: OutboxRow): Promise<OutboxItem> {
  const { id, kind, state, attempts, failure, createdAt, file } = row;
  const { streamType = 'case', streamId = '' } = row.item ?? {};
  const label =
    streamType === 'case'
      ? ((await reader.caseRow(row.caseId))?.caseCode ?? '')
      : `${records[streamType]} ${streamId.slice(-6).toUpperCase()}`;
  const bytes = file?.bytes ?? 0;
  const sentBytes = state === 'acknowledged' ? bytes : (file?.sentBytes ?? 0);
  return { id, kind, label, state, attempts, bytes, sentBytes, failure, createdAt };
}
