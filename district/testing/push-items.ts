import { randomUUID } from 'node:crypto';
import type { PushItem } from '../../contract/sync/push.ts';
import type { CaseCommand } from '../../domain/case/case-commands.ts';
import type { CaseEvent } from '../../domain/case/case-events.ts';
import { applyCaseEvent } from '../../domain/case/apply-event.ts';
import type { CaseState } from '../../domain/case/case-state.ts';
import { decideCase } from '../../domain/case/decide-case.ts';
import { linkEvents } from '../../domain/log/chain.ts';
import type { Actor, EventEnvelope } from '../../domain/log/event-envelope.ts';
import { demoAmounts } from '../../domain/rules/shipped.ts';
import { sampleSubmit, testContext } from '../../domain/testing/sample-application.ts';
import { shanghaiDate } from '../../domain/values/iso-date.ts';
import { sha256Text } from '../sync/sha256.ts';

export const stationTime = '2025-01-24T02:00:00.000Z';
let counter = 0;

export type CaseItem = PushItem & { command: CaseCommand };

/** What a station does: decides a command with the shared rules and links the events to what it has of the case. */
export function decideItem(
  who: { actor: Actor; deviceId: string },
  command: CaseCommand,
  stored: readonly EventEnvelope[] = [],
  time = stationTime,
  amounts = [demoAmounts],
): CaseItem {
  const { actor, deviceId } = who;
  const streamId = stored[0]?.streamId ?? randomUUID();
  const state = stored.reduce<CaseState | null>((s, event) => applyCaseEvent(s, event as CaseEvent), null);
  const context = { ...testContext(actor, shanghaiDate(time)), at: time, amounts };
  const decided = decideCase(state, command, context);
  if (!decided.ok) throw new Error(decided.failure.code);
  const events = linkItem(
    decided.value.map(({ type, data }) => ({
      ...{
        id: randomUUID(),
        streamType: 'case' as const,
        streamId,
        type,
        data,
        actor,
        deviceId,
        stationTime: time,
      },
      ...{ counter: (counter += 1), ruleSetId: 'cq-jlp-2023' },
    })),
    stored,
  );
  const expectedVersion = stored.length;
  const whose = { commandId: randomUUID(), streamType: 'case' as const, streamId, expectedVersion };
  return { ...whose, command, actor, stationTime: time, events };
}

/** Chains events anew, as somebody who forges them would. */
export function linkItem(
  events: readonly Omit<EventEnvelope, 'version' | 'prevDigest' | 'digest'>[],
  stored: readonly EventEnvelope[] = [],
): EventEnvelope[] {
  const tail = stored.at(-1);
  const bodies = events.map((event) => {
    const body: Record<string, unknown> & typeof event = { ...event };
    delete body['digest'];
    return body;
  });
  return linkEvents(bodies, tail ? { version: tail.version, digest: tail.digest } : null, sha256Text);
}

/** A whole application of a fictional household, its own draft each time. */
export function newCase(
  who: { actor: Actor; deviceId: string },
  time = stationTime,
  amounts = demoAmounts,
): CaseItem {
  const sample = sampleSubmit(undefined, undefined, shanghaiDate(time), amounts);
  return decideItem(who, { ...sample, draftId: randomUUID() }, [], time, [amounts]);
}
