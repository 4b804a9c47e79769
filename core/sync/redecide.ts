import { nowIso } from '../context.ts';
import type { Ports } from '../ports/ports.ts';
import type { OutboxRow, StoreWriter } from '../ports/store.ts';
import { districtTerms } from '../session/district-terms.ts';
import { commandOn, type MovedSteps } from './moved-steps.ts';
import { decideOnStream, openStream, recordOnStream } from '../streams/on-stream.ts';

/**
 * Decides a waiting command again on the stream as it is now, for the day it was asked on. What still holds waits under a new
 * command id, since its events are new; what does not is left for a person with the rule's code. `steps` tells where the steps
 * went that papers are about; without it no paper holds. True when the row changed.
 */
export async function redecide(
  tx: StoreWriter,
  row: OutboxRow,
  ports: Ports,
  steps: MovedSteps | null = null,
): Promise<boolean> {
  if (!row.item) return false;
  const { streamType, streamId, actor, stationTime } = row.item;
  const opened = await openStream(tx, streamType, streamId, ports);
  const onRecord = new Set(opened.events.map((event) => event.digest));
  if (row.item.events.every((event) => onRecord.has(event.digest))) return false;
  const command = commandOn(row.item.command, opened.events, steps);
  if (command === null) {
    await tx.saveOutbox({ ...row, state: 'attention', failure: 'document.notDue' });
    return true;
  }
  const request = { streamType, streamId, command, actor, stationTime };
  const decision = decideOnStream(opened, request, await districtTerms(tx), ports);
  if (!decision.ok) {
    await tx.saveOutbox({ ...row, state: 'attention', failure: decision.failure.code });
    return true;
  }
  const item = await recordOnStream(tx, opened, request, decision.value, ports);
  steps?.note(row.item.events, item.events);
  await tx.saveOutbox({ ...row, item, state: 'local', attempts: 0, notBefore: nowIso(ports), failure: null });
  return true;
}
