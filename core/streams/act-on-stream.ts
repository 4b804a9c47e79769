import type { PushItem } from '../../contract/sync/push.ts';
import type { OpenedStream } from '../../domain/log/any-aggregate.ts';
import type { StreamType } from '../../domain/log/event-envelope.ts';
import { fail, type Failure } from '../../domain/values/result.ts';
import { newId, nowIso, storeOf, type CoreContext } from '../context.ts';
import { eventsRow } from '../outbox/outbox-rows.ts';
import type { Ports } from '../ports/ports.ts';
import type { OutboxRow, StoreWriter } from '../ports/store.ts';
import { actorOf } from '../session/actor.ts';
import { districtTerms } from '../session/district-terms.ts';
import type { Session } from '../session/sessions.ts';
import { decideOnStream, openStream, recordOnStream, type StreamRequest } from './on-stream.ts';

export type Acted = { ok: true; streamId: string; version: number } | { ok: false; failure: Failure };

/** What else belongs to the same transaction: it may write, and answers further outbox rows (files to send). */
export type AlsoDone = (tx: StoreWriter, streamId: string) => Promise<OutboxRow[]>;

/**
 * Decides a command on a stream of any kind and records it with its outbox row in one transaction; `streamId` null begins a
 * new one. Refused with the rule's own failure, `<streamType>.notFound`, `case.tampered` {version} for a chain that does not
 * hold, or `call.malformed`.
 */
export async function actOnStream(
  core: CoreContext,
  session: Session,
  streamType: StreamType,
  streamId: string | null,
  command: unknown,
  more?: AlsoDone,
): Promise<Acted> {
  const { ports } = core;
  const acted = await storeOf(core).write(async (tx): Promise<Acted> => {
    const id = streamId ?? newId(ports);
    const opened = await openStream(tx, streamType, id, ports);
    const known = opened.events[0]?.streamType === streamType;
    if (streamId !== null && !known) return fail(`${streamType}.notFound`);
    const request = {
      streamType,
      streamId: id,
      command,
      actor: actorOf(session),
      stationTime: nowIso(ports),
    };
    const carried = await carryCommand(tx, opened, request, ports, more);
    if (!carried.ok) return carried;
    return { ok: true, streamId: id, version: carried.item.events.at(-1)?.version ?? opened.version };
  });
  if (acted.ok) tellOfChange(core, streamType, acted.streamId);
  return acted;
}

/** The one way of a command into the log: decided, linked, shown and queued, in the caller's transaction. */
export async function carryCommand(
  tx: StoreWriter,
  opened: OpenedStream,
  request: StreamRequest,
  ports: Ports,
  more: AlsoDone = async () => [],
): Promise<{ ok: true; item: PushItem } | { ok: false; failure: Failure }> {
  const decision = decideOnStream(opened, request, await districtTerms(tx), ports);
  if (!decision.ok) return decision;
  const item = await recordOnStream(tx, opened, request, decision.value, ports);
  const rows = [eventsRow(item, request.stationTime), ...(await more(tx, request.streamId))];
  for (const row of rows) await tx.saveOutbox(row);
  return { ok: true, item };
}

/** After the transaction: the sync looks at its queue, the page at what changed. */
export function tellOfChange(core: CoreContext, streamType: StreamType, streamId: string): void {
  core.sync.wake();
  core.tell(
    streamType === 'case'
      ? { type: 'case.changed', caseId: streamId }
      : { type: 'record.changed', streamType, id: streamId },
  );
}
