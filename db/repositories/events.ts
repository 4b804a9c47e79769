import type { StoreReader, StoreWriter } from '../../core/ports/store.ts';
import { EventEnvelope } from '../../domain/log/event-envelope.ts';
import { eventEntity } from '../entities/event-entity.ts';
import { errorCode, EventConflict } from '../store-errors.ts';
import type { Session } from './session.ts';

const place = (row: string) => ({ table: 'events', column: 'body', row });
const COLUMNS = 6;
/** Stays well below SQLite's 32,766 parameters, and gives the statement cache few shapes. */
const CHUNK = 100;

async function insertChunk({ manager, crypto }: Session, events: readonly EventEnvelope[]): Promise<void> {
  const rows = events.map(() => `(${Array(COLUMNS).fill('?').join(',')})`).join(',');
  const values = events.flatMap((event) => [
    event.id,
    event.streamId,
    event.version,
    event.type,
    event.digest,
    crypto.sealJson(place(event.id), event),
  ]);
  await manager.query(
    `INSERT INTO events (id, stream_id, version, type, digest, body) VALUES ${rows}`,
    values,
  );
}

export const eventReads = (session: Session): Pick<StoreReader, 'stream'> => ({
  async stream(streamId) {
    const rows = await session.manager.find(eventEntity, { where: { streamId }, order: { version: 'ASC' } });
    return rows.map((row) => EventEnvelope.parse(session.crypto.openJson(place(row.id), row.body)));
  },
});

export const eventWrites = (session: Session): Pick<StoreWriter, 'appendEvents' | 'dropEventsFrom'> => ({
  async appendEvents(events) {
    try {
      for (let at = 0; at < events.length; at += CHUNK)
        await insertChunk(session, events.slice(at, at + CHUNK));
    } catch (error) {
      const code = errorCode(error);
      if (code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || code === 'SQLITE_CONSTRAINT_UNIQUE')
        throw new EventConflict();
      throw error;
    }
  },
  async dropEventsFrom(streamId, version) {
    await session.manager.query('DELETE FROM events WHERE stream_id = ? AND version >= ?', [
      streamId,
      version,
    ]);
  },
});
