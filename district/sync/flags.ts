import type { EntityManager } from 'typeorm';
import type { EventEnvelope } from '../../domain/log/event-envelope.ts';
import { EventEntity } from '../db/entities.ts';

const TOLERANCE_MS = 10 * 60_000;

/** What is odd about a station's clock or counter; it is written down and never stops a command. */
export type Flag = 'clockAhead' | 'clockSetBack' | 'counterReused';

/** A station offline for days has old times lawfully, so only a time before an earlier event of the device is odd. */
export async function flagsOf(
  tx: EntityManager,
  events: readonly EventEnvelope[],
  now: Date,
): Promise<Flag[]> {
  const first = events[0];
  if (!first) return [];
  const { deviceId, counter } = first;
  const time = Date.parse(first.stationTime);
  const ofDevice = () =>
    tx.createQueryBuilder(EventEntity, 'e').where('e.deviceId = :deviceId', { deviceId });
  const before = await ofDevice()
    .select('MAX(e.stationTime)', 'latest')
    .andWhere('e.counter < :counter', { counter })
    .getRawOne<{ latest: string | null }>();
  const reused = await ofDevice()
    .andWhere('e.counter BETWEEN :counter AND :last', { counter, last: events.at(-1)?.counter ?? counter })
    .getExists();
  const flags: Flag[] = [];
  if (time > now.getTime() + TOLERANCE_MS) flags.push('clockAhead');
  if (before?.latest && time < Date.parse(before.latest) - TOLERANCE_MS) flags.push('clockSetBack');
  if (reused) flags.push('counterReused');
  return flags;
}
