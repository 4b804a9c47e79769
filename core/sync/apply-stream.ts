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
 * that differs gives way; its commands are then decided again. Writes only when the answer is 'changed'; events that are
 * 'unfit' have to be set aside.
 */
export async function applyStream(
  tx: StoreWriter,
  pulled: PulledStream,
  ports: Ports,
): Promise<'changed' | 'same' | 'unfit'> {
  const local = await tx.stream(pulled.streamId);
  const merged = merge(local, pulled.events, await openRows(tx, pulled.streamId), ports);
  const row = merged && caseRowOf(pulled.streamId, foldCase(merged.events, ports), pulled.caseNo, ports);
  if (!merged || !row) return 'unfit';
  const gaveWay = merged.keep < local.length;
  const before = await tx.caseRow(pulled.streamId);
  if (!gaveWay && merged.events.length === local.length && before?.caseNo === pulled.caseNo) return 'same';
  if (gaveWay) await tx.dropEventsFrom(pulled.streamId, merged.keep + 1);
  if (merged.events.length > merged.keep) await tx.appendEvents(merged.events.slice(merged.keep));
  await tx.saveCaseRow(row);
  if (gaveWay) await redecidePending(tx, pulled.streamId, ports);
  return 'changed';
}

/** Commands of a case that the district has not acknowledged. */
async function openRows(tx: StoreWriter, caseId: string): Promise<OutboxRow[]> {
  const rows = await tx.outboxOfCase(caseId);
  return rows.filter((row) => row.kind === 'events' && row.state !== 'acknowledged');
}

/** Decides again what is on its way; what a person has to look at is left for the person. */
async function redecidePending(tx: StoreWriter, caseId: string, ports: Ports): Promise<void> {
  for (const row of await openRows(tx, caseId)) if (row.state !== 'attention') await redecide(tx, row, ports);
}

/**
 * A command the district rejected, on a case it knows: its events are taken back, so that nobody here goes by a step that does
 * not exist, and later commands are decided again. A rejected submission stays as it was entered, for a person to settle.
 */
export async function takeBack(tx: StoreWriter, rejected: OutboxRow, ports: Ports): Promise<void> {
  const { item, caseId } = rejected;
  const first = item?.events[0];
  if (!first || first.version === 1) return;
  const local = await tx.stream(caseId);
  if (local[first.version - 1]?.digest !== first.digest) return;
  await tx.dropEventsFrom(caseId, first.version);
  const before = await tx.caseRow(caseId);
  const row = caseRowOf(
    caseId,
    foldCase(local.slice(0, first.version - 1), ports),
    before?.caseNo ?? null,
    ports,
  );
  if (row) await tx.saveCaseRow(row);
  await redecidePending(tx, caseId, ports);
}

/** The stream after the merge and how many of the local events it keeps; null when a link does not hold. */
function merge(
  local: readonly EventEnvelope[],
  incoming: readonly EventEnvelope[],
  open: readonly OutboxRow[],
  { sha256Text }: Ports,
): { events: EventEnvelope[]; keep: number } | null {
  let events = [...local];
  let keep = local.length;
  const mayGo = (event: EventEnvelope) =>
    open.some((row) => row.item?.events.some(({ id }) => id === event.id));
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
