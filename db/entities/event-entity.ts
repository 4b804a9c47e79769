import { EntitySchema } from 'typeorm';

export interface EventTableRow {
  id: string;
  streamId: string;
  version: number;
  type: string;
  digest: string;
  /** Sealed JSON of the whole envelope: its data holds the application. */
  body: Buffer;
}

export const eventEntity = new EntitySchema<EventTableRow>({
  name: 'Event',
  tableName: 'events',
  columns: {
    id: { type: 'text', primary: true },
    streamId: { type: 'text', name: 'stream_id' },
    version: { type: 'integer' },
    type: { type: 'text' },
    digest: { type: 'text' },
    body: { type: 'blob' },
  },
});
