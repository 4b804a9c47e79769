import type { EntityManager } from 'typeorm';
import { EventEnvelope } from '../../domain/log/event-envelope.ts';
import { EventEntity, type EventRow } from '../db/entities.ts';
import { sealText, unsealText } from '../secrets/seal.ts';

const sealedAt = (id: string): string => `event:${id}`;

/** The event as it was taken, every byte of its digest included; null when the stored text was changed. */
export function openEvent(key: Buffer, row: Pick<EventRow, 'id' | 'body'>): EventEnvelope | null {
  try {
    return EventEnvelope.parse(JSON.parse(unsealText(key, sealedAt(row.id), row.body)));
  } catch {
    return null;
  }
}

/** A stored event that can no longer be opened: changed on the disk, or moved there. */
export interface Damage {
  damagedAt: number;
}

/** The whole stream, or the version of the first event that is damaged. */
export async function storedStream(
  tx: EntityManager,
  key: Buffer,
  streamId: string,
): Promise<EventEnvelope[] | Damage> {
  const rows = await tx.find(EventEntity, { where: { streamId }, order: { version: 'ASC' } });
  const events: EventEnvelope[] = [];
  for (const row of rows) {
    const event = openEvent(key, row);
    if (!event) return { damagedAt: row.version };
    events.push(event);
  }
  return events;
}

/** Rows for events that take the places from `firstSequence` on. */
export const eventRows = (
  key: Buffer,
  events: readonly EventEnvelope[],
  place: { areaBefore: string; areaCode: string; confidential: boolean },
  firstSequence: number,
): EventRow[] =>
  events.map((event, index) => {
    const { id, streamType, streamId, version, type, deviceId, counter, stationTime, digest } = event;
    const body = sealText(key, sealedAt(id), JSON.stringify(event));
    const sequence = firstSequence + index;
    const { areaBefore, areaCode } = place;
    return {
      ...{ id, streamType, streamId, version, sequence, areaBefore, areaCode, type, deviceId, counter },
      ...{ stationTime, digest, body, confidential: place.confidential ? 1 : 0 },
    };
  });
