import type { PushItem } from '../../contract/sync/push.ts';
import type { OutboxRow } from '../ports/store.ts';

interface FileToSend {
  digest: string;
  bytes: number;
  mime: string;
}

const waiting = (caseId: string, now: string) => ({
  ...{ caseId, state: 'local' as const, attempts: 0, notBefore: now, failure: null, createdAt: now },
});

/** The record of one command, sent with its events. */
export const eventsRow = (item: PushItem, now: string): OutboxRow => ({
  ...waiting(item.streamId, now),
  ...{ id: item.commandId, kind: 'events', item, file: null },
});

/** One row per distinct file: equal bytes are sent once. */
export function fileRows(
  caseId: string,
  files: readonly FileToSend[],
  now: string,
  newId: () => string,
): OutboxRow[] {
  const distinct = new Map(files.map((file) => [file.digest, file]));
  return [...distinct.values()].map(({ digest, bytes, mime }) => ({
    ...waiting(caseId, now),
    ...{ id: newId(), kind: 'file' as const, item: null },
    file: { digest, bytes, mime, sentBytes: 0, uploadUrl: null },
  }));
}
