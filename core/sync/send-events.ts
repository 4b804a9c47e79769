import { maxBatch, type PushAnswer } from '../../contract/sync/push.ts';
import { nowIso } from '../context.ts';
import type { OutboxRow, StoreReader } from '../ports/store.ts';
import { deviceId } from '../system/device.ts';
import { notBefore } from './backoff.ts';
import { takeBack } from './apply-stream.ts';
import { byToken, type Carried } from './push-token.ts';
import { pullEvents } from './pull-events.ts';
import { redecide } from './redecide.ts';
import { endOf, refusedForGood, type StepEnd, type SyncRun } from './sync-run.ts';

/** A batch that fails as a whole is split to find the record at fault; a server that is simply down is not asked on and on. */
const mostFailedRequests = 8;

/** Sends waiting commands, oldest first and in the order of each stream. `dueAt` lies ahead to try those that wait, too. */
export async function sendEvents(run: SyncRun, dueAt: string): Promise<StepEnd> {
  const budget = { failures: mostFailedRequests };
  const tried = new Set<string>();
  for (let due = dueAt; ; due = nowIso(run.ports)) {
    const rows = (await sendable(run, due)).filter((row) => !tried.has(row.id));
    if (rows.length === 0) return 'done';
    if (run.stopping()) return 'later';
    for (const row of rows) tried.add(row.id);
    for (const carried of await byToken(run, rows)) {
      const end = await sendRows(run, carried, budget);
      if (end !== 'done') return end;
    }
  }
}

/** Due rows whose earlier commands on the same stream are acknowledged or in the same batch. */
async function sendable({ store }: SyncRun, due: string): Promise<OutboxRow[]> {
  const rows = await store.read.outboxDue('events', due, maxBatch);
  const batch = new Set(rows.map((row) => row.id));
  const blocked = new Set<string>();
  for (const caseId of new Set(rows.map((row) => row.caseId))) {
    const open = await openInStream(store.read, caseId);
    const first = open.findIndex((row) => !batch.has(row.id));
    if (first >= 0) for (const row of open.slice(first)) blocked.add(row.id);
  }
  return rows.filter((row) => row.item && !blocked.has(row.id));
}

/** What is not acknowledged and still part of the stream; a command taken back stands in nobody's way. */
async function openInStream(reader: StoreReader, caseId: string): Promise<OutboxRow[]> {
  const all = await reader.outboxOfCase(caseId);
  const open = all.filter((row) => row.kind === 'events' && row.state !== 'acknowledged');
  if (!open.some((row) => row.state === 'attention')) return open;
  const onRecord = new Set((await reader.stream(caseId)).map((event) => event.digest));
  return open.filter((row) => row.state !== 'attention' || onRecord.has(row.item?.events[0]?.digest ?? ''));
}

async function sendRows(
  run: SyncRun,
  { token, rows }: Carried,
  budget: { failures: number },
): Promise<StepEnd> {
  const { ports, store } = run;
  await mark(run, rows, 'sending');
  const device = await deviceId(store.read);
  const items = rows.flatMap((row) => (row.item ? [row.item] : []));
  const answer = await ports.district.push(token, device, items);
  if (answer.ok) return settle(run, rows, answer.value.answers);
  const end = endOf(answer.failure);
  if (end) {
    await mark(run, rows, 'local');
    return end;
  }
  budget.failures -= 1;
  if (rows.length > 1 && budget.failures > 0) {
    const half = Math.ceil(rows.length / 2);
    const first = await sendRows(run, { token, rows: rows.slice(0, half) }, budget);
    if (first !== 'done') {
      await mark(run, rows.slice(half), 'local');
      return first;
    }
    return sendRows(run, { token, rows: rows.slice(half) }, budget);
  }
  if (rows.length === 1 && refusedForGood(answer.failure)) await setAside(run, rows, answer.failure.code);
  else await later(run, rows);
  return 'done';
}

async function mark(
  { store }: SyncRun,
  rows: readonly OutboxRow[],
  state: 'sending' | 'local',
): Promise<void> {
  await store.write(async (tx) => {
    for (const row of rows) await tx.saveOutbox({ ...row, state });
  });
}

async function later({ store, ports }: SyncRun, rows: readonly OutboxRow[]): Promise<void> {
  await store.write(async (tx) => {
    for (const row of rows) {
      const attempts = row.attempts + 1;
      const when = notBefore(ports.now(), attempts, ports.randomBytes(1)[0] ?? 0);
      await tx.saveOutbox({ ...row, state: 'local', attempts, notBefore: when });
    }
  });
}

async function setAside(run: SyncRun, rows: readonly OutboxRow[], failure: string): Promise<void> {
  await run.store.write(async (tx) => {
    for (const row of rows)
      await tx.saveOutbox({ ...row, state: 'attention', attempts: row.attempts + 1, failure });
  });
  run.moved = true;
}

async function settle(
  run: SyncRun,
  rows: readonly OutboxRow[],
  answers: readonly PushAnswer[],
): Promise<StepEnd> {
  const byCommand = new Map(answers.map((answer) => [answer.commandId, answer]));
  const conflicts: OutboxRow[] = [];
  // What was decided on top of a command in conflict says nothing by being refused.
  const onConflict = (row: OutboxRow) => conflicts.some(({ caseId }) => caseId === row.caseId);
  for (const row of rows) {
    const answer = byCommand.get(row.item?.commandId ?? '');
    if (!answer) await later(run, [row]);
    else if (answer.outcome === 'accepted') await acknowledge(run, row, answer);
    else if (answer.outcome === 'rejected' && !onConflict(row)) await reject(run, row, answer.code);
    else conflicts.push(row);
    if (answer?.outcome !== 'conflict') run.changedStreams.add(row.caseId);
  }
  return conflicts.length > 0 ? resolve(run, conflicts) : 'done';
}

async function reject(run: SyncRun, row: OutboxRow, failure: string): Promise<void> {
  await run.store.write(async (tx) => {
    await tx.saveOutbox({ ...row, state: 'attention', attempts: row.attempts + 1, failure });
    await takeBack(tx, row, run.ports);
  });
  run.moved = true;
}

async function acknowledge(
  run: SyncRun,
  row: OutboxRow,
  { caseNo, sequence, signature }: Extract<PushAnswer, { outcome: 'accepted' }>,
): Promise<void> {
  await run.store.write(async (tx) => {
    const version = row.item?.events.at(-1)?.version ?? 0;
    // The countersignature proves what the district took; the command itself need not be kept twice.
    await tx.setSetting(`countersigned.${row.caseId}.${version}`, JSON.stringify({ sequence, signature }));
    await tx.saveOutbox({
      ...row,
      item: null,
      state: 'acknowledged',
      attempts: row.attempts + 1,
      failure: null,
    });
    const caseRow = await tx.caseRow(row.caseId);
    if (caseRow) await tx.saveCaseRow({ ...caseRow, caseNo });
  });
  run.moved = true;
}

/** The district knows more of these streams: take its events, which decides again; what came to nothing new waits. */
async function resolve(run: SyncRun, conflicts: readonly OutboxRow[]): Promise<StepEnd> {
  const end = await pullEvents(run);
  await run.store.write(async (tx) => {
    for (const { id } of conflicts) {
      const row = await tx.outboxRow(id);
      if (row?.state !== 'sending' || (await redecide(tx, row, run.ports))) continue;
      const attempts = row.attempts + 1;
      const when = notBefore(run.ports.now(), attempts, run.ports.randomBytes(1)[0] ?? 0);
      await tx.saveOutbox({ ...row, state: 'local', attempts, notBefore: when });
    }
  });
  for (const { caseId } of conflicts) run.changedStreams.add(caseId);
  run.moved = true;
  return end;
}
