import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { PushAnswer, PushItem } from '../../contract/sync/push.ts';
import type { CaseCommand } from '../../domain/case/case-commands.ts';
import { decideCase } from '../../domain/case/decide-case.ts';
import { canonicalJson } from '../../domain/log/canonical.ts';
import { firstBrokenLink, linkEvents } from '../../domain/log/chain.ts';
import type { Actor, EventEnvelope } from '../../domain/log/event-envelope.ts';
import { findRuleSet } from '../../domain/rules/shipped.ts';
import { shanghaiDate } from '../../domain/values/iso-date.ts';
import { makeUuid } from '../../domain/values/uuid.ts';
import type { DistrictContext } from '../context.ts';
import { CommandEntity, CounterEntity } from '../db/entities.ts';
import { saveTurn, takeTurn, type Turn } from './case-number.ts';
import { stateOf } from './judge.ts';
import { sha256Text } from './sha256.ts';
import { storedStream } from './stream-store.ts';
import { clashOf, takeItem } from './take-item.ts';

/** A command the server gives itself, in a role that no account at a station has: `system` or `portal`. */
export interface DistrictCommand {
  streamId: string;
  command: CaseCommand;
  actor: Actor;
  /** The same id twice is one command: the first answer again. Without one every call is a new command. */
  commandId?: string;
}

export type Appended =
  | {
      outcome: 'appended';
      caseNo: string;
      sequence: number;
      signature: string;
      /** Empty when the command had been taken before. */
      events: readonly EventEnvelope[];
    }
  | { outcome: 'refused'; code: string; data: Record<string, unknown> };

const refused = (code: string, data: Record<string, unknown> = {}): Appended => ({
  outcome: 'refused',
  code,
  data,
});
const newId = (now: Date): string => makeUuid(now.getTime(), randomBytes(10));
const COUNTER = 'device';

/** Appends in a transaction of its own; resolves after the commit is on disk. */
export async function appendAsDistrict(
  context: DistrictContext,
  command: DistrictCommand,
): Promise<Appended> {
  return context.database.write(async (tx) => {
    const turn = await takeTurn(tx);
    const appended = await appendInTurn(context, tx, turn, command);
    await saveTurn(tx, turn);
    return appended;
  });
}

/**
 * Decides a command of the server by the rules everybody is held to, at this moment, and appends its events under the
 * server's own device. Only within a transaction that has taken its turn, whose owner saves the turn afterwards. A refusal
 * has written nothing.
 */
export async function appendInTurn(
  context: DistrictContext,
  tx: EntityManager,
  turn: Turn,
  { streamId, command, actor, commandId = newId(context.now()) }: DistrictCommand,
): Promise<Appended> {
  const { config, calendar, identity, eventKey, log } = context;
  const before = await tx.findOneBy(CommandEntity, { commandId });
  if (before) return answered(JSON.parse(before.answer) as PushAnswer, []);
  const stored = await storedStream(tx, eventKey, streamId);
  if ('damagedAt' in stored) {
    log.error('event.damaged', { streamId, version: stored.damagedAt });
    return refused('case.tampered', { version: stored.damagedAt });
  }
  const brokenAt = firstBrokenLink(stored, sha256Text);
  if (brokenAt !== null) return refused('case.tampered', { version: brokenAt });
  const ruleSetId = stored[0]?.ruleSetId ?? config.ruleSetId;
  const ruleSet = findRuleSet(ruleSetId);
  if (!ruleSet.ok) return refused('sync.ruleSetUnknown', { id: ruleSetId });
  const at = context.now().toISOString();
  const { amounts, verifiable } = config;
  const today = shanghaiDate(at);
  const grounds = { actor, today, at, ruleSet: ruleSet.value, calendar, amounts, verifiable };
  const decided = decideCase(stateOf(stored), command, grounds);
  if (!decided.ok) return refused(decided.failure.code, decided.failure.data ?? {});
  const counter = await lastCounter(tx);
  const shared = { streamType: 'case', streamId, actor, stationTime: at, ruleSetId } as const;
  const bodies = decided.value.map(({ type, data }, i) => {
    const own = { id: newId(context.now()), type, data, deviceId: identity.deviceId };
    return { ...shared, ...own, counter: counter + 1 + i };
  });
  const events = linkEvents(bodies, stored.at(-1) ?? null, sha256Text);
  const expectedVersion = stored.length;
  const item: PushItem = { commandId, streamId, expectedVersion, command, actor, stationTime: at, events };
  const clash = await clashOf(tx, item);
  if (clash) return refused(clash.code, clash.data);
  await tx.update(CounterEntity, { name: COUNTER }, { value: counter + events.length });
  return answered(await take(context, tx, turn, item, [...stored, ...events]), events);
}

/** Writes it down as if the server had pushed to itself. */
async function take(
  context: DistrictContext,
  tx: EntityManager,
  turn: Turn,
  item: PushItem,
  stream: readonly EventEnvelope[],
): Promise<PushAnswer> {
  const state = stateOf(stream);
  if (!state) throw new Error('events without a state');
  const from = { deviceId: context.identity.deviceId, accountId: item.actor.accountId };
  const digest = sha256Text(canonicalJson({ ...item, events: item.events.map((event) => event.digest) }));
  return takeItem(context, tx, turn, from, item, digest, state);
}

function answered(answer: PushAnswer, events: readonly EventEnvelope[]): Appended {
  if (answer.outcome !== 'accepted') throw new Error('only accepted commands are kept');
  const { caseNo, sequence, signature } = answer;
  return { outcome: 'appended', caseNo, sequence, signature, events };
}

/** How far the server's own counting has come; the turn keeps others away. */
async function lastCounter(tx: EntityManager): Promise<number> {
  const before = await tx.findOneBy(CounterEntity, { name: COUNTER });
  if (!before) await tx.insert(CounterEntity, { name: COUNTER, value: 0 });
  return before?.value ?? 0;
}
