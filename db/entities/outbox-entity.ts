import { EntitySchema } from 'typeorm';

export interface OutboxTableRow {
  /** Order of entry: the queue is sent in it. */
  seq?: number;
  id: string;
  kind: string;
  caseId: string;
  state: string;
  attempts: number;
  notBefore: string;
  failure: string | null;
  createdAt: string;
  /** Sealed JSON of the command with its events, or of the file's reference. */
  payload: Buffer;
}

export const outboxEntity = new EntitySchema<OutboxTableRow>({
  name: 'Outbox',
  tableName: 'outbox',
  columns: {
    seq: { type: 'integer', primary: true, generated: true },
    id: { type: 'text', unique: true },
    kind: { type: 'text' },
    caseId: { type: 'text', name: 'case_id' },
    state: { type: 'text' },
    attempts: { type: 'integer' },
    notBefore: { type: 'text', name: 'not_before' },
    failure: { type: 'text', nullable: true },
    createdAt: { type: 'text', name: 'created_at' },
    payload: { type: 'blob' },
  },
});
