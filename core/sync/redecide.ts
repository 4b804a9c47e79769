import { foldCase } from '../cases/case-stream.ts';
import { decideHere, recordDecision } from '../cases/record-decision.ts';
import { nowIso } from '../context.ts';
import type { Ports } from '../ports/ports.ts';
import type { OutboxRow, StoreWriter } from '../ports/store.ts';
import { districtTerms } from '../session/district-terms.ts';

/**
 * Decides a waiting command again on the stream as it is now, for the day it was asked on. What still holds waits under a new
 * command id, since its events are new; what does not is left for a person with the rule's code. True when the row changed.
 */
export async function redecide(tx: StoreWriter, row: OutboxRow, ports: Ports): Promise<boolean> {
  if (!row.item) return false;
  const folded = foldCase(await tx.stream(row.caseId), ports);
  const onRecord = new Set(folded.events.map((event) => event.digest));
  if (row.item.events.every((event) => onRecord.has(event.digest))) return false;
  const { command, actor, stationTime } = row.item;
  const request = { caseId: row.caseId, command, actor, stationTime };
  const decision =
    folded.brokenAt === null ? decideHere(folded, request, await districtTerms(tx), ports) : null;
  if (!decision?.ok) {
    const failure = decision ? decision.failure.code : 'case.tampered';
    await tx.saveOutbox({ ...row, state: 'attention', failure });
    return true;
  }
  const item = await recordDecision(tx, folded, request, decision.value, ports);
  await tx.saveOutbox({ ...row, item, state: 'local', attempts: 0, notBefore: nowIso(ports), failure: null });
  return true;
}
