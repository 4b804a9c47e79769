import { In, type EntityManager } from 'typeorm';
import type { PushAnswer, PushItem } from '../../contract/sync/push.ts';
import type { DistrictContext } from '../context.ts';
import { CaseFileEntity, CommandEntity, EventEntity } from '../db/entities.ts';
import type { Turn } from './case-number.ts';
import { filesOf } from './files-of.ts';
import { flagsOf } from './flags.ts';
import type { Taken } from './judge.ts';
import { caseClash, saveCase } from './save-case.ts';
import { saveStream } from './save-stream.ts';
import { eventRows } from './stream-store.ts';

/** Whose hand a command came from: the account and device of a push, or the server's own. */
export interface TakenFrom {
  deviceId: string;
  accountId: string;
}

/** Writes everything an accepted command changes; the caller's transaction makes it one change. */
export async function takeItem(
  context: DistrictContext,
  tx: EntityManager,
  turn: Turn,
  from: TakenFrom,
  item: PushItem,
  itemDigest: string,
  { before, after }: Taken,
): Promise<PushAnswer> {
  const { eventKey, countersigner } = context;
  const { commandId, streamId, streamType } = item;
  const { facts } = after;
  const now = context.now();
  const receivedAt = now.toISOString();
  const flags = await flagsOf(tx, item.events, now);
  const caseNo = streamType === 'case' ? await saveCase(context, tx, after) : '';
  if (streamType !== 'case') await saveStream(tx, streamId, after, receivedAt);
  const first = turn.sequence + 1;
  const sequence = (turn.sequence += item.events.length);
  const areaBefore = before.facts?.areaCode ?? facts.areaCode;
  await tx.insert(EventEntity, eventRows(eventKey, item.events, { ...facts, areaBefore }, first));
  if (streamType === 'case') await linkFiles(tx, item);
  const signature = countersigner.sign(item.events.at(-1)?.digest ?? '');
  const answer: PushAnswer = { commandId, outcome: 'accepted', caseNo, sequence, signature };
  await tx.insert(CommandEntity, {
    commandId,
    streamId,
    itemDigest,
    answer: JSON.stringify(answer),
    flags: flags.join(','),
    deviceId: from.deviceId,
    pushedBy: from.accountId,
    receivedAt,
  });
  if (flags.length > 0) context.log.info('sync.flagged', { commandId, flags: flags.join(',') });
  return answer;
}

async function linkFiles(tx: EntityManager, { streamId, events }: PushItem): Promise<void> {
  const links = filesOf(events).map((digest) => ({ caseId: streamId, digest }));
  if (links.length === 0) return;
  await tx.createQueryBuilder().insert().into(CaseFileEntity).values(links).orIgnore().execute();
}

/** The reason why rows would clash with what other commands have written, or null. */
export async function clashOf(
  tx: EntityManager,
  item: PushItem,
): Promise<{ code: string; data: Record<string, unknown> } | null> {
  const ids = item.events.map((event) => event.id);
  if ((await tx.countBy(EventEntity, { id: In(ids) })) > 0) return { code: 'sync.eventIdReused', data: {} };
  return caseClash(tx, item.events);
}
