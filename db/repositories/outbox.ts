import { In, LessThanOrEqual } from 'typeorm';
import { z } from 'zod';
import type { OutboxRow, StoreReader, StoreWriter } from '../../core/ports/store.ts';
import { PushItem } from '../../contract/sync/push.ts';
import { SyncState } from '../../contract/views.ts';
import { Digest } from '../../domain/application/evidence.ts';
import { outboxEntity, type OutboxTableRow } from '../entities/outbox-entity.ts';
import { upsert, type Session } from './session.ts';

const place = (row: string) => ({ table: 'outbox', column: 'payload', row });

const FileReference = z.strictObject({
  digest: Digest,
  bytes: z.int(),
  mime: z.string(),
  sentBytes: z.int(),
  uploadUrl: z.string().nullable(),
});
const Stored = z.object({
  kind: z.enum(['events', 'file']),
  state: SyncState,
  payload: z.strictObject({ item: PushItem.nullable(), file: FileReference.nullable() }),
});

function fromRow({ crypto }: Session, row: OutboxTableRow): OutboxRow {
  const { id, caseId, attempts, notBefore, failure, createdAt } = row;
  const payload = crypto.openJson(place(id), row.payload);
  const { kind, state, payload: parts } = Stored.parse({ kind: row.kind, state: row.state, payload });
  return { id, kind, caseId, state, attempts, notBefore, failure, createdAt, ...parts };
}

type OutboxReads = Pick<StoreReader, 'outbox' | 'outboxDue' | 'outboxRow' | 'outboxOfCase'>;

export function outboxReads(session: Session): OutboxReads {
  const find = async (where: object, take?: number): Promise<OutboxRow[]> => {
    const rows = await session.manager.find(outboxEntity, {
      where,
      order: { seq: 'ASC' },
      ...(take ? { take } : {}),
    });
    return rows.map((row) => fromRow(session, row));
  };
  return {
    outbox: (state) => find(state === null ? {} : { state }),
    /** A row left in 'sending' by a process that died is due again; the district takes it once. */
    outboxDue: (kind, now, limit) =>
      find({ kind, state: In(['local', 'sending']), notBefore: LessThanOrEqual(now) }, limit),
    async outboxRow(id) {
      return (await find({ id }))[0] ?? null;
    },
    outboxOfCase: (caseId) => find({ caseId }),
  };
}

export const outboxWrites = (session: Session): Pick<StoreWriter, 'saveOutbox' | 'deleteOutbox'> => ({
  async saveOutbox(row) {
    const { item, file, ...columns } = row;
    const payload = session.crypto.sealJson(place(row.id), { item, file });
    await upsert(session.manager, outboxEntity, { ...columns, payload }, 'id');
  },
  async deleteOutbox(id) {
    await session.manager.delete(outboxEntity, { id });
  },
});
