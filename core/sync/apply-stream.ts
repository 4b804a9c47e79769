import { canonicalJson } from '../../domain/log/canonical.ts';
import { firstPrevDigest, type EventEnvelope } from '../../domain/log/event-envelope.ts';
import { caseRowOf } from '../cases/case-row.ts';
import { caseEvent, foldCase } from '../cases/case-stream.ts';
import type { Ports } from '../ports/ports.ts';
import type { OutboxRow, StoreWriter } from '../ports/store.ts';
import { redecide } from './redecide.ts';

export interface PulledStream {
  streamId: string;
  caseNo: string;
  /** In the order of the district's sequence. */
  events: readonly EventEnvelope[];
}

/**
 * Lays the district's events over a stream: what is there already stays, what is new is appended, and an unacknowledged tail
 * that differs gives way; its commands are then decided again. False when the events do not fit and must be set aside; then
 * nothing was written.
 */
export async function applyStream(tx: StoreWriter, pulled: PulledStream, ports: Ports): Promise<boolean> {
  const local = await tx.stream(pulled.streamId);
  const pending = await pendingRows(tx, pulled.streamId);
  const merged = merge(local, pulled.events, pending, ports);
  if (!merged) return false;
  const row = caseRowOf(pulled.streamId, foldCase(merged.events, ports), pulled.caseNo, ports);
  if (!row) return false;
  if (merged.keep < local.length) await tx.dropEventsFrom(pulled.streamId, merged.keep + 1);
  if (merged.events.length > merged.keep) await tx.appendEvents(merged.events.slice(merged.keep));
  await tx.saveCaseRow(row);
  if (merged.keep < local.length) for (const waiting of pending) await redecide(tx, waiting, ports);
  return true;
}

/** Commands on their way; those a person has to look at are left for the person. */
export async function pendingRows(tx: StoreWriter, caseId: string): Promise<OutboxRow[]> {
  const rows = await tx.outboxOfCase(caseId);
  return rows.filter((row) => row.kind === 'events' && (row.state === 'local' || row.state === 'sending'));
}

/** The stream after the merge and how many of the local events it keeps; null when a link does not hold. */
function merge(
  local: readonly EventEnvelope[],
  incoming: readonly EventEnvelope[],
  pending: readonly OutboxRow[],
  { sha256Text }: Ports,
): { events: EventEnvelope[]; keep: number } | null {
  let events = [...local];
  let keep = local.length;
  const mayGo = (event: EventEnvelope) =>
    pending.some((row) => row.item?.events.some(({ id }) => id === event.id));
  for (const event of incoming) {
    const mine = events[event.version - 1];
    if (mine?.digest === event.digest) continue;
    const { digest, ...body } = event;
    if (sha256Text(canonicalJson(body)) !== digest || !caseEvent(event)) return null;
    if (mine) {
      // Only what the district never acknowledged may give way to it.
      if (!events.slice(event.version - 1).every(mayGo)) return null;
      keep = Math.min(keep, event.version - 1);
      events = events.slice(0, event.version - 1);
    }
    if (
      event.version !== events.length + 1 ||
      event.prevDigest !== (events.at(-1)?.digest ?? firstPrevDigest)
    )
      return null;
    events.push(event);
  }
  return { events, keep };
}
