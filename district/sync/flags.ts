import { Between, LessThan, type EntityManager } from 'typeorm';
import type { EventEnvelope } from '../../domain/log/event-envelope.ts';
import { EventEntity } from '../db/entities.ts';

const TOLERANCE_MS = 10 * 60_000;

/** What is odd about a station's clock or counter; it is written down and never stops a command. */
export type Flag = 'clockAhead' | 'clockSetBack' | 'counterReused';

/** A station offline for days has old times lawfully, so only a time before the event before it is odd. */
export async function flagsOf(
  tx: EntityManager,
  events: readonly EventEnvelope[],
  now: Date,
): Promise<Flag[]> {
  const first = events[0];
  if (!first) return [];
  const { deviceId, counter } = first;
  const time = Date.parse(first.stationTime);
  const last = events.at(-1)?.counter ?? counter;
  // Two steps along an index, however many events the device has.
  const before = await tx.findOne(EventEntity, {
    where: { deviceId, counter: LessThan(counter) },
    order: { counter: 'DESC' },
    select: { stationTime: true },
  });
  const reused = await tx.existsBy(EventEntity, { deviceId, counter: Between(counter, last) });
  const flags: Flag[] = [];
  if (time > now.getTime() + TOLERANCE_MS) flags.push('clockAhead');
  if (before && time < Date.parse(before.stationTime) - TOLERANCE_MS) flags.push('clockSetBack');
  if (reused) flags.push('counterReused');
  return flags;
}
