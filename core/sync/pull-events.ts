import type { PullReply } from '../../contract/sync/push.ts';
import { applyStream, type PulledStream } from './apply-stream.ts';
import { endOf, type StepEnd, type SyncRun } from './sync-run.ts';

const cursorKey = (areaCode: string): string => `sync.cursor.${areaCode}`;

/**
 * Fetches what the district has numbered since the last time. The cursor moves after the events are on disk: a crash between
 * makes them come again, which changes nothing.
 */
export async function pullEvents(run: SyncRun): Promise<StepEnd> {
  const { ports, store, access } = run;
  const key = cursorKey(access.areaCode);
  for (;;) {
    const after = Number((await store.read.setting(key)) ?? 0);
    const answer = await ports.district.pull(access.token, after);
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
  return [...groups].map(([streamId, list]) => ({
    streamId,
    caseNo: list.at(-1)?.caseNo ?? '',
    events: list.map(({ event }) => event),
  }));
}

/** A stream that does not fit is set aside by name in the log; the others flow on. */
async function takeStream(run: SyncRun, stream: PulledStream): Promise<void> {
  const { ports, store } = run;
  try {
    const outcome = await store.write((tx) => applyStream(tx, stream, ports));
    if (outcome === 'changed') {
      run.changedCases.add(stream.streamId);
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
