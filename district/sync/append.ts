import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { PushAnswer, PushItem } from '../../contract/sync/push.ts';
import type { AlertCommand } from '../../domain/alert/alert-commands.ts';
import type { CaseCommand } from '../../domain/case/case-commands.ts';
import { linkEvents } from '../../domain/log/chain.ts';
import type { Actor, EventEnvelope } from '../../domain/log/event-envelope.ts';
import { findRuleSet } from '../../domain/rules/shipped.ts';
import { aggregates } from '../../domain/streams.ts';
import type { TicketCommand } from '../../domain/ticket/ticket-commands.ts';
import { shanghaiDate } from '../../domain/values/iso-date.ts';
import { makeUuid } from '../../domain/values/uuid.ts';
import type { DistrictContext } from '../context.ts';
import { CommandEntity, CounterEntity } from '../db/entities.ts';
import { saveTurn, takeTurn, type Turn } from './case-number.ts';
import { itemDigestOf } from './item-digest.ts';
import { sha256Text } from './sha256.ts';
import { storedStream } from './stream-store.ts';
import { clashOf, takeItem } from './take-item.ts';

/** A command the server gives itself, in a role that no account at a station has: `system` or `portal`. */
export type DistrictCommand = AnyCommand & {
  streamId: string;
  actor: Actor;
  /** The same id twice is one command: the first answer again. Without one every call is a new command. */
  commandId?: string;
};

type AnyCommand =
  | { streamType?: 'case'; command: CaseCommand }
  | { streamType: 'alert'; command: AlertCommand }
  | { streamType: 'ticket'; command: TicketCommand };

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
  given: DistrictCommand,
): Promise<Appended> {
  const { config, calendar, identity, eventKey, log } = context;
  const { streamId, streamType = 'case', command, actor, commandId = newId(context.now()) } = given;
  const first = await tx.findOneBy(CommandEntity, { commandId });
  if (first) return answered(JSON.parse(first.answer) as PushAnswer, []);
  const stored = await storedStream(tx, eventKey, streamId);
  if ('damagedAt' in stored) {
    log.error('event.damaged', { streamId, version: stored.damagedAt });
    return refused('case.tampered', { version: stored.damagedAt });
  }
  const before = aggregates[streamType].open(stored, sha256Text);
  if (before.brokenAt !== null) return refused('case.tampered', { version: before.brokenAt });
  const ruleSetId = stored[0]?.ruleSetId ?? config.ruleSetId;
  const ruleSet = findRuleSet(ruleSetId);
  if (!ruleSet.ok) return refused('sync.ruleSetUnknown', { id: ruleSetId });
  const at = context.now().toISOString();
  const { amounts, verifiable } = config;
  const today = shanghaiDate(at);
  const grounds = { actor, today, at, ruleSet: ruleSet.value, calendar, amounts, verifiable };
  const decided = before.decide(command, grounds);
  if (!decided.ok) return refused(decided.failure.code, decided.failure.data ?? {});
  const counter = await lastCounter(tx);
  const shared = { streamType, streamId, actor, stationTime: at, ruleSetId };
  const bodies = decided.value.map(({ type, data }, i) => {
    const own = { id: newId(context.now()), type, data, deviceId: identity.deviceId };
    return { ...shared, ...own, counter: counter + 1 + i };
  });
  const events = linkEvents(bodies, stored.at(-1) ?? null, sha256Text);
  const expectedVersion = stored.length;
  const whose = { commandId, streamType, streamId, expectedVersion };
  const item: PushItem = { ...whose, command, actor, stationTime: at, events };
  const clash = await clashOf(tx, item);
  if (clash) return refused(clash.code, clash.data);
  await tx.update(CounterEntity, { name: COUNTER }, { value: counter + events.length });
  const after = before.with(events, sha256Text);
  const { facts } = after;
  if (!facts) throw new Error('events without a state');
  const from = { deviceId: identity.deviceId, accountId: actor.accountId };
  const taken = { before, after: { ...after, facts } };
  return answered(await takeItem(context, tx, turn, from, item, itemDigestOf(item), taken), events);
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
