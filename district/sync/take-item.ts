import { In, type EntityManager } from 'typeorm';
import type { PushAnswer, PushItem } from '../../contract/sync/push.ts';
import type { CaseCommand } from '../../domain/case/case-commands.ts';
import type { CaseState } from '../../domain/case/case-state.ts';
import { shanghaiDate } from '../../domain/values/iso-date.ts';
import type { DistrictContext } from '../context.ts';
import { CaseEntity, CaseFileEntity, CommandEntity, EventEntity, type CaseRow } from '../db/entities.ts';
import { nextCaseNumber, type Turn } from './case-number.ts';
import { flagsOf } from './flags.ts';
import { eventRows } from './stream-store.ts';

/** Digests of every file a command refers to. */
export function filesOf(command: CaseCommand): string[] {
  const documents = 'documents' in command ? command.documents : [];
  const signatures = command.type === 'submit' ? command.signatures : [];
  const digests = [
    ...documents.flatMap((d) => d.pages.map((p) => p.digest)),
    ...signatures.map((s) => s.imageDigest),
  ];
  return [...new Set(digests)];
}

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
  state: CaseState,
): Promise<PushAnswer> {
  const { eventKey, countersigner } = context;
  const now = context.now();
  const receivedAt = now.toISOString();
  const flags = await flagsOf(tx, item.events, now);
  const caseNo = await saveCase(context, tx, item, state);
  const first = turn.sequence + 1;
  const sequence = (turn.sequence += item.events.length);
  await tx.insert(EventEntity, eventRows(eventKey, item.events, state.townCode, first));
  const links = filesOf(item.command).map((digest) => ({ caseId: item.streamId, digest }));
  if (links.length > 0) {
    await tx.createQueryBuilder().insert().into(CaseFileEntity).values(links).orIgnore().execute();
  }
  const { commandId, streamId } = item;
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

/** Opens the case under a new number, or moves it on under its own. */
async function saveCase(
  { config, now }: DistrictContext,
  tx: EntityManager,
  item: PushItem,
  state: CaseState,
): Promise<string> {
  const at = now().toISOString();
  const last = item.events.at(-1);
  const moved = {
    step: state.step,
    version: last?.version ?? 0,
    tailDigest: last?.digest ?? '',
    updatedAt: at,
  };
  if (item.command.type !== 'submit') {
    await tx.update(CaseEntity, { id: item.streamId }, moved);
    return (await tx.findOneByOrFail(CaseEntity, { id: item.streamId })).caseNo;
  }
  const { kind } = item.command.application;
  const caseNo = await nextCaseNumber(tx, config.numberPrefix, kind, shanghaiDate(at).slice(0, 4));
  const { townCode, villageCode, caseCode } = state;
  const { draftId } = item.command;
  const row: CaseRow = {
    id: item.streamId,
    caseNo,
    caseCode,
    draftId,
    kind,
    townCode,
    villageCode,
    ...moved,
  };
  await tx.insert(CaseEntity, row);
  return caseNo;
}

/** The reason why rows would clash with what other commands have written, or null. */
export async function clashOf(
  tx: EntityManager,
  item: PushItem,
): Promise<{ code: string; data: Record<string, unknown> } | null> {
  const ids = item.events.map((event) => event.id);
  if ((await tx.countBy(EventEntity, { id: In(ids) })) > 0) return { code: 'sync.eventIdReused', data: {} };
  if (item.command.type !== 'submit') return null;
  const twin = await tx.findOneBy(CaseEntity, { draftId: item.command.draftId });
  return twin ? { code: 'case.duplicate', data: { caseCode: twin.caseCode } } : null;
}
