import { nowIso } from '../context.ts';
import type { Ports } from '../ports/ports.ts';
import type { OutboxRow, StoreWriter } from '../ports/store.ts';
import { districtTerms } from '../session/district-terms.ts';
import { decideOnStream, openStream, recordOnStream } from '../streams/on-stream.ts';

/**
 * Decides a waiting command again on the stream as it is now, for the day it was asked on. What still holds waits under a new
 * command id, since its events are new; what does not is left for a person with the rule's code. True when the row changed.
 */
export async function redecide(tx: StoreWriter, row: OutboxRow, ports: Ports): Promise<boolean> {
  if (!row.item) return false;
  const { streamType, streamId, command, actor, stationTime } = row.item;
  const opened = await openStream(tx, streamType, streamId, ports);
  const onRecord = new Set(opened.events.map((event) => event.digest));
  if (row.item.events.every((event) => onRecord.has(event.digest))) return false;
  const request = { streamType, streamId, command, actor, stationTime };
  const decision = decideOnStream(opened, request, await districtTerms(tx), ports);
  if (!decision.ok) {
    await tx.saveOutbox({ ...row, state: 'attention', failure: decision.failure.code });
    return true;
  }
  const item = await recordOnStream(tx, opened, request, decision.value, ports);
  await tx.saveOutbox({ ...row, item, state: 'local', attempts: 0, notBefore: nowIso(ports), failure: null });
  return true;
}
