import { canonicalJson } from '../../domain/log/canonical.ts';
import { firstPrevDigest, type EventEnvelope, type StreamType } from '../../domain/log/event-envelope.ts';
import { aggregates } from '../../domain/streams.ts';
import type { Ports } from '../ports/ports.ts';
import type { OutboxRow, StoreWriter } from '../ports/store.ts';
import { readModelOf, saveReadModel } from '../streams/read-model.ts';
import { MovedSteps } from './moved-steps.ts';
import { redecide } from './redecide.ts';

export interface PulledStream {
  streamType: StreamType;
  streamId: string;
  /** Of cases; others have none. */
  caseNo: string | null;
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
  const { streamType, streamId, caseNo } = pulled;
  const local = await tx.stream(streamId);
  const merged = merge(local, pulled, await openRows(tx, streamId), ports);
  const model = merged && readModelOf(streamType, streamId, merged.events, caseNo, ports);
  if (!merged) return 'unfit';
  if (!model) return keepBeginning(tx, pulled, merged, local.length, ports);
  // A break among the events that were here is for a person to see; the new ones have to hold.
  if (model.brokenAt !== null && model.brokenAt > merged.keep) return 'unfit';
  const gaveWay = merged.keep < local.length;
  const known = ((await tx.caseRow(streamId))?.caseNo ?? null) === caseNo;
  if (!gaveWay && merged.events.length === local.length && known) return 'same';
  if (gaveWay) await tx.dropEventsFrom(streamId, merged.keep + 1);
  if (merged.events.length > merged.keep) await tx.appendEvents(merged.events.slice(merged.keep));
  await saveReadModel(tx, model);
  if (gaveWay) await redecidePending(tx, streamId, ports, local);
  return 'changed';
}

/**
 * The district's answer may end amid a submission: its first events show nothing yet, but they have to be here when the
 * rest comes. What is broken is set aside.
 */
async function keepBeginning(
  tx: StoreWriter,
  { streamType }: PulledStream,
  { events, keep }: { events: EventEnvelope[]; keep: number },
  here: number,
  ports: Ports,
): Promise<'changed' | 'same' | 'unfit'> {
  const { brokenAt } = aggregates[streamType].open(events, ports.sha256Text);
  if (brokenAt !== null || keep < here) return 'unfit';
  if (events.length === here) return 'same';
  await tx.appendEvents(events.slice(here));
  return 'changed';
}

/** Commands of a stream that the district has not acknowledged. */
async function openRows(tx: StoreWriter, streamId: string): Promise<OutboxRow[]> {
  const rows = await tx.outboxOfCase(streamId);
  return rows.filter((row) => row.kind === 'events' && row.state !== 'acknowledged');
}

/** Decides again what is on its way; what a person has to look at is left for the person. */
async function redecidePending(
  tx: StoreWriter,
  streamId: string,
  ports: Ports,
  before: readonly EventEnvelope[],
): Promise<void> {
  const steps = new MovedSteps(before);
  for (const row of await openRows(tx, streamId))
    if (row.state !== 'attention') await redecide(tx, row, ports, steps);
}

/**
 * A command the district rejected, on a stream it knows: its events are taken back, so that nobody here goes by a step that does
 * not exist, and later commands are decided again. A rejected beginning (a submission) stays as it was entered, for a person to settle.
 */
export async function takeBack(tx: StoreWriter, rejected: OutboxRow, ports: Ports): Promise<void> {
  const first = rejected.item?.events[0];
  if (!first || first.version === 1) return;
  const { streamType, streamId } = first;
  const local = await tx.stream(streamId);
  if (local[first.version - 1]?.digest !== first.digest) return;
  await tx.dropEventsFrom(streamId, first.version);
  const caseNo = (await tx.caseRow(streamId))?.caseNo ?? null;
  const model = readModelOf(streamType, streamId, local.slice(0, first.version - 1), caseNo, ports);
  if (model) await saveReadModel(tx, model);
  await redecidePending(tx, streamId, ports, local);
}

/** The stream after the merge and how many of the local events it keeps; null when a link does not hold. */
function merge(
  local: readonly EventEnvelope[],
  { streamType, events: incoming }: PulledStream,
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
    if (!aggregates[streamType].knows(event) || sha256Text(canonicalJson(body)) !== digest) return null;
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
