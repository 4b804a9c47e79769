import type { PushItem } from '../../contract/sync/push.ts';
import { caseAggregate } from '../../domain/case/case-aggregate.ts';
import type { CaseState } from '../../domain/case/case-state.ts';
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import { canonicalJson } from '../../domain/log/canonical.ts';
import type { OpenedStream, StreamFacts } from '../../domain/log/any-aggregate.ts';
import type { EventEnvelope } from '../../domain/log/event-envelope.ts';
import { foldStream } from '../../domain/log/fold-stream.ts';
import type { Slot } from '../../domain/materials/slots.ts';
import type { LocalAmounts } from '../../domain/rules/local-amounts.ts';
import { findRuleSet } from '../../domain/rules/shipped.ts';
import { aggregates } from '../../domain/streams.ts';
import { shanghaiDate } from '../../domain/values/iso-date.ts';
import { sha256Text } from './sha256.ts';

export interface Grounds {
  /** The whole stream as stored, oldest first. */
  stored: readonly EventEnvelope[];
  /** By the district's clock. */
  serverTime: string;
  /** The device that pushes. */
  deviceId: string;
  /** The district's own, which may know more years than the program. */
  calendar: WorkCalendar;
  /** Every version: a station offline since a change is judged by what held on the day of its command. */
  amounts: readonly LocalAmounts[];
  verifiable: readonly Slot[];
}

/** A stream that has something in it. */
export type TakenStream = OpenedStream & { facts: StreamFacts };
/** A stream before an accepted command and after it. */
export interface Taken {
  before: OpenedStream;
  after: TakenStream;
}

export type Judgement =
  | ({ kind: 'take' } & Taken)
  | { kind: 'conflict'; serverVersion: number }
  | { kind: 'refuse'; code: string; data: Record<string, unknown> };

const refuse = (code: string, data: Record<string, unknown> = {}): Judgement => ({
  kind: 'refuse',
  code,
  data,
});

/** Rebuilds a case from its events. */
export const stateOf = (events: readonly EventEnvelope[]): CaseState | null =>
  foldStream(caseAggregate, events, sha256Text).state;

/**
 * Decides a pushed command again on the district's own state, whatever kind of stream it is for. Pure. Taken only when the same rules lead to the same
 * events and their chain continues the stored one.
 */
export function judge(item: PushItem, grounds: Grounds): Judgement {
  const { stored } = grounds;
  const serverVersion = stored.length;
  // A station that is behind was offline lawfully; one that is ahead would date its acts into the future.
  const { serverTime } = grounds;
  if (shanghaiDate(item.stationTime) > shanghaiDate(serverTime))
    return refuse('sync.clockAhead', { serverTime });
  if (item.expectedVersion !== serverVersion) return { kind: 'conflict', serverVersion };
  const strange = strangeEnvelope(item, grounds.deviceId);
  if (strange) return strange;
  if (stored.some((event) => event.streamType !== item.streamType)) return refuse('sync.otherStream');
  const ruleSet = findRuleSet((stored[0] ?? item.events[0])?.ruleSetId ?? '');
  if (!ruleSet.ok) return refuse('sync.ruleSetUnknown');
  const before = aggregates[item.streamType].open(stored, sha256Text);
  if (before.brokenAt !== null) return refuse('case.tampered', { version: before.brokenAt });
  const today = shanghaiDate(item.stationTime);
  const decided = before.decide(item.command, {
    actor: item.actor,
    today,
    at: item.stationTime,
    ruleSet: ruleSet.value,
    calendar: grounds.calendar,
    amounts: grounds.amounts,
    verifiable: grounds.verifiable,
  });
  if (!decided.ok) return refuse(decided.failure.code, decided.failure.data ?? {});
  const pushed = item.events.map(({ type, data }) => ({ type, data }));
  if (canonicalJson(pushed) !== canonicalJson(decided.value)) return refuse('sync.decidedDifferently');
  const after = before.with(item.events, sha256Text);
  if (after.brokenAt !== null) return refuse('sync.chainBroken', { version: after.brokenAt });
  const { facts } = after;
  return facts ? { kind: 'take', before, after: { ...after, facts } } : refuse('case.notFound');
}

/** Everything of an envelope that the rules do not decide has to say the same as the command it belongs to. */
function strangeEnvelope(item: PushItem, deviceId: string): Judgement | null {
  const actor = canonicalJson(item.actor);
  let counter = 0;
  for (const event of item.events) {
    if (event.streamId !== item.streamId || event.streamType !== item.streamType)
      return refuse('sync.otherStream');
    if (event.deviceId !== deviceId) return refuse('sync.otherDevice');
    if (canonicalJson(event.actor) !== actor) return refuse('sync.otherActor');
    if (event.stationTime !== item.stationTime) return refuse('sync.otherTime');
    if (event.counter <= counter) return refuse('sync.counterNotRising');
    if (!findRuleSet(event.ruleSetId).ok) return refuse('sync.ruleSetUnknown', { id: event.ruleSetId });
    counter = event.counter;
  }
  return new Set(item.events.map((event) => event.id)).size < item.events.length
    ? refuse('sync.eventIdReused')
    : null;
}
