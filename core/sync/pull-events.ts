import type { PullReply } from '../../contract/sync/push.ts';
import { StreamType } from '../../domain/log/event-envelope.ts';
import { streamTypesFor } from '../../domain/streams.ts';
import { confidentialRoles } from '../../domain/ticket/ticket-rights.ts';
import { applyStream, type PulledStream } from './apply-stream.ts';
import { endOf, type StepEnd, type SyncRun } from './sync-run.ts';
import type { SyncToken } from './sync-token.ts';

/** What one account is given, each with its own cursor: another account of the area may be given more, or less. */
export function pullScopes({ areaCode, role }: Pick<SyncToken, 'areaCode' | 'role'>): PullScope[] {
  const area = `sync.cursor.${areaCode}`;
  const all = streamTypesFor(role).length === StreamType.options.length;
  const open = { key: all ? area : `${area}.${role}`, confidential: false };
  return confidentialRoles.includes(role)
    ? [open, { key: `${area}.confidential`, confidential: true }]
    : [open];
}

interface PullScope {
  /** Of the setting that holds the cursor. */
  key: string;
  confidential: boolean;
}

/** Fetches everything the account of the token is given, each kind as far as the link allows. */
export async function pullEvents(run: SyncRun): Promise<StepEnd> {
  for (const scope of pullScopes(run.access)) {
    const end = await pullScope(run, scope);
    if (end !== 'done') return end;
  }
  return 'done';
}

/**
 * Fetches what the district has numbered since the last time. The cursor moves after the events are on disk: a crash between
 * makes them come again, which changes nothing.
 */
async function pullScope(run: SyncRun, { key, confidential }: PullScope): Promise<StepEnd> {
  const { ports, store, access } = run;
  for (;;) {
    const after = Number((await store.read.setting(key)) ?? 0);
    const answer = await ports.district.pull(access.token, after, confidential);
    if (!answer.ok) return endOf(answer.failure) ?? 'later';
    const { events, cursor, more } = answer.value;
    for (const stream of byStream(events)) await takeStream(run, stream);
    if (cursor > after) await store.write((tx) => tx.setSetting(key, String(cursor)));
    if (!more || cursor <= after) return 'done';
    if (run.stopping()) return 'later';
  }
}

function byStream(events: PullReply['events']): PulledStream[] {
  const groups = Map.groupBy(events, ({ event }) => event.streamId);
  return [...groups].flatMap(([streamId, list]) => {
    const last = list.at(-1);
    if (!last) return [];
    const { streamType } = last.event;
    const caseNo = streamType === 'case' ? last.caseNo : null;
    return [{ streamType, streamId, caseNo, events: list.map(({ event }) => event) }];
  });
}

/** A stream that does not fit is set aside by name in the log; the others flow on. */
async function takeStream(run: SyncRun, stream: PulledStream): Promise<void> {
  const { ports, store } = run;
  try {
    const outcome = await store.write((tx) => applyStream(tx, stream, ports));
    if (outcome === 'changed') {
      run.changedStreams.add(stream.streamId);
      run.moved = true;
    }
    if (outcome !== 'unfit') return;
    ports.log.error('sync.streamSetAside', {
      streamId: stream.streamId,
      version: stream.events[0]?.version ?? 0,
    });
  } catch (error) {
    ports.log.error('sync.streamFailed', { streamId: stream.streamId }, error);
  }
}
