import { nowIso } from '../context.ts';
import type { SyncRun } from './sync-run.ts';

const doneKey = 'sync.cleanedOn';
const keptMs = 7 * 86_400_000;

/** Once a day: acknowledged records older than a week leave the queue's list; the cases and files themselves stay. */
export async function dropOld({ ports, store }: SyncRun): Promise<void> {
  const now = nowIso(ports);
  if ((await store.read.setting(doneKey)) === now.slice(0, 10)) return;
  const before = new Date(ports.now().getTime() - keptMs).toISOString();
  const old = (await store.read.outbox('acknowledged')).filter((row) => row.createdAt < before);
  await store.write(async (tx) => {
    for (const row of old) await tx.deleteOutbox(row.id);
    await tx.setSetting(doneKey, now.slice(0, 10));
  });
}
