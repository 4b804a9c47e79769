import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { PushAnswer, PushItem, type PushReply, type PushRequest } from '../../contract/sync/push.ts';
import { aggregates } from '../../domain/streams.ts';
import { caseAggregate } from '../../domain/case/case-aggregate.ts';
import { stateIn } from '../../domain/log/any-aggregate.ts';
import { shanghaiDate } from '../../domain/values/iso-date.ts';
import { noteDuplicates } from '../duplicates/note-duplicates.ts';
import type { Caller } from '../accounts/tokens.ts';
import type { DistrictContext } from '../context.ts';
import { AccountDeviceEntity, AccountEntity, CommandEntity, QuarantineEntity } from '../db/entities.ts';
import { issuesOf } from '../http/answer-errors.ts';
import { Refusal } from '../http/refusal.ts';
import { caseLinkProblem } from './case-link.ts';
import { saveTurn, takeTurn, type Turn } from './case-number.ts';
import { itemDigestOf } from './item-digest.ts';
import { judge, type Grounds, type Judgement } from './judge.ts';
import { sha256Text } from './sha256.ts';
import { storedStream } from './stream-store.ts';
import { clashOf, takeItem } from './take-item.ts';

type Reply = z.infer<typeof PushReply>;
type Refused = { code: string; data: Record<string, unknown> };

/** Stands for the id of an item that has none; answers come in the order of the items. */
const nilId = '00000000-0000-0000-0000-000000000000';

/**
 * Takes a batch in one transaction: whoever pushes waits for the lock on the sequence, so that sequences are given in the
 * order of commits and ten copies find the first one's answer. Resolves after the commit is on disk.
 */
export async function push(
  context: DistrictContext,
  caller: Caller,
  request: z.infer<typeof PushRequest>,
): Promise<Reply> {
  if (request.deviceId !== caller.deviceId) throw new Refusal(403, 'session.notAllowed');
  const answers = await context.database.write(async (tx) => {
    const turn = await takeTurn(tx);
    const given: PushAnswer[] = [];
    for (const raw of request.items) given.push(await answerItem(context, tx, turn, caller, raw));
    await saveTurn(tx, turn);
    return given;
  });
  const count = (outcome: string): number => answers.filter((a) => a.outcome === outcome).length;
  const counts = { accepted: count('accepted'), rejected: count('rejected'), conflict: count('conflict') };
  context.log.info('sync.pushed', counts);
  return { answers, serverTime: context.now().toISOString() };
}

/** One item cannot spoil the rest: what is wrong with it becomes its own answer. */
async function answerItem(
  context: DistrictContext,
  tx: EntityManager,
  turn: Turn,
  caller: Caller,
  raw: unknown,
): Promise<PushAnswer> {
  const parsed = PushItem.safeParse(raw);
  // Its aggregate parses the command before anything walks through it.
  const issues = parsed.success ? commandIssues(parsed.data) : issuesOf(parsed.error);
  if (!parsed.success || issues) {
    const id = z.object({ commandId: z.uuid() }).safeParse(raw);
    const refused = { code: 'call.malformed', data: { issues } };
    return quarantine(context, tx, caller, id.success ? id.data.commandId : null, digestOf(raw), refused);
  }
  const item = parsed.data;
  const { commandId } = item;
  const itemDigest = itemDigestOf(item);
  const reject = (refused: Refused) => quarantine(context, tx, caller, commandId, itemDigest, refused);
  const before = await tx.findOneBy(CommandEntity, { commandId });
  if (before && before.itemDigest !== itemDigest) return reject({ code: 'sync.commandReused', data: {} });
  if (before) return PushAnswer.parse(JSON.parse(before.answer));
  const stranger = await strangerOf(tx, item, caller);
  if (stranger) return reject({ code: stranger, data: {} });
  const stored = await storedStream(tx, context.eventKey, item.streamId);
  if ('damagedAt' in stored) {
    context.log.error('event.damaged', { streamId: item.streamId, version: stored.damagedAt });
    return reject({ code: 'case.tampered', data: { version: stored.damagedAt } });
  }
  const { config, calendar } = context;
  const { amounts, verifiable } = config;
  const { deviceId } = caller;
  const serverTime = context.now().toISOString();
  const grounds = { stored, serverTime, deviceId, calendar, amounts, verifiable };
  const judgement = judgeSafely(item, grounds);
  if (judgement.kind === 'conflict') {
    return { commandId, outcome: 'conflict', serverVersion: judgement.serverVersion };
  }
  if (judgement.kind === 'refuse') return reject(judgement);
  const clash = (await caseLinkProblem(tx, item)) ?? (await clashOf(tx, item));
  if (clash) return reject(clash);
  const from = { deviceId: caller.deviceId, accountId: caller.account.id };
  const answer = await takeItem(context, tx, turn, from, item, itemDigest, judgement);
  const state = stateIn(caseAggregate, judgement.after);
  if (state) await noteDuplicates(context, tx, turn, item.streamId, { events: item.events, state });
  return answer;
}

const commandIssues = ({ streamType, command }: PushItem): string[] | null =>
  aggregates[streamType].issuesOf(command)?.map((issue) => `command.${issue}`) ?? null;

/**
 * The actor has to be an account of this district as the item says, of the caller's area, once logged in on the device.
 * The rules hold the actor to the case's place, so the caller is held to it too.
 */
async function strangerOf(
  tx: EntityManager,
  { actor, stationTime }: PushItem,
  { account, deviceId }: Caller,
): Promise<string | null> {
  const { accountId } = actor;
  const known = await tx.findOneBy(AccountEntity, { id: accountId });
  if (!known || known.role !== actor.role || known.areaCode !== actor.areaCode) return 'sync.actorUnknown';
  if (!actor.areaCode.startsWith(account.areaCode)) return 'case.notYourArea';
  // What the district says now holds, whatever the station was told at its last login.
  if (known.roleUntil !== null && shanghaiDate(stationTime) > known.roleUntil) return 'case.roleExpired';
  const here = await tx.existsBy(AccountDeviceEntity, { accountId, deviceId });
  return here ? null : 'sync.actorNotOnDevice';
}

/** Event data is free until it is compared: what is nested too deep to walk through is malformed. */
function judgeSafely(item: PushItem, grounds: Grounds): Judgement {
  try {
    return judge(item, grounds);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { kind: 'refuse', code: 'call.malformed', data: { issues: ['events:too_deep'] } };
  }
}

/** Even what has no canonical form is told apart, so that the same poison is kept once. */
function digestOf(raw: unknown): string {
  try {
    return sha256Text(JSON.stringify(raw) ?? '');
  } catch {
    return sha256Text('unreadable');
  }
}

/** Notes what was not taken: who, when, why and how often, never what it said. */
async function quarantine(
  { now }: DistrictContext,
  tx: EntityManager,
  caller: Caller,
  commandId: string | null,
  itemDigest: string,
  { code, data }: Refused,
): Promise<PushAnswer> {
  const pushedBy = caller.account.id;
  const row = {
    itemDigest,
    commandId,
    deviceId: caller.deviceId,
    pushedBy,
    code,
    times: 0,
    lastAt: now().toISOString(),
  };
  await tx.createQueryBuilder().insert().into(QuarantineEntity).values(row).orIgnore().execute();
  const again = { times: () => '"times" + 1', code, lastAt: row.lastAt };
  await tx.createQueryBuilder().update(QuarantineEntity).set(again).where({ itemDigest }).execute();
  return { commandId: commandId ?? nilId, outcome: 'rejected', code, data };
}
