import { installCalendar, rememberPublicKey } from '../calendar/installed-calendar.ts';
import type { SyncRun } from './sync-run.ts';

const askedKey = 'calendar.askedAt';
const everyMs = 3_600_000;

/** Once an hour: a newer calendar of the district comes by itself. What is wrong with it is logged; the old one stays. */
export async function fetchCalendar(run: SyncRun): Promise<void> {
  const { ports, store } = run;
  const asked = await store.read.setting(askedKey);
  const age = ports.now().getTime() - Date.parse(asked ?? '1970-01-01T00:00:00.000Z');
  if (age >= 0 && age < everyMs) return;
  const status = await ports.district.status();
  if (status.ok) await rememberPublicKey(store, status.value.publicKey);
  const answer = await ports.district.calendar();
  if (!answer.ok) return;
  const installed = await installCalendar(ports, store, answer.value);
  await store.write((tx) => tx.setSetting(askedKey, ports.now().toISOString()));
  if (!installed.ok) ports.log.error('calendar.refused', { code: installed.failure.code });
  else if (installed.value.added.length + installed.value.changed.length > 0) run.moved = true;
}
