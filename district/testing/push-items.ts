import { randomUUID } from 'node:crypto';
import type { PushItem } from '../../contract/sync/push.ts';
import type { CaseCommand } from '../../domain/case/case-commands.ts';
import { linkEvents } from '../../domain/log/chain.ts';
import type { Actor, EventEnvelope, StreamType } from '../../domain/log/event-envelope.ts';
import { demoAmounts } from '../../domain/rules/shipped.ts';
import { aggregates } from '../../domain/streams.ts';
import {
  sampleEvidence,
  sampleSectionsBy,
  sampleSubmit,
  testContext,
} from '../../domain/testing/sample-application.ts';
import { shanghaiDate } from '../../domain/values/iso-date.ts';
import { sha256Text } from '../sync/sha256.ts';

export const stationTime = '2025-01-24T02:00:00.000Z';
let counter = 0;

export type CaseItem = PushItem & { command: CaseCommand };
export interface Who {
  actor: Actor;
  deviceId: string;
}

/** What a station does: decides a command with the shared rules and links the events to what it has of the case. */
export const decideItem = (
  who: Who,
  command: CaseCommand,
  stored: readonly EventEnvelope[] = [],
  time = stationTime,
  amounts = [demoAmounts],
): CaseItem => ({ ...streamItem(who, 'case', command, stored, time, amounts), command });

/** The same for any kind of stream. */
export function streamItem(
  { actor, deviceId }: Who,
  streamType: StreamType,
  command: unknown,
  stored: readonly EventEnvelope[] = [],
  time = stationTime,
  amounts = [demoAmounts],
): PushItem {
  const streamId = stored[0]?.streamId ?? randomUUID();
  const context = { ...testContext(actor, shanghaiDate(time)), at: time, amounts };
  const decided = aggregates[streamType].open(stored, sha256Text).decide(command, context);
  if (!decided.ok) throw new Error(decided.failure.code);
  const shared = { streamType, streamId, actor, deviceId, stationTime: time, ruleSetId: 'cq-jlp-2023' };
  const events = linkItem(
    decided.value.map(({ type, data }) => ({
      ...shared,
      ...{ id: randomUUID(), type, data, counter: (counter += 1) },
    })),
    stored,
  );
  const whose = { commandId: randomUUID(), streamType, streamId, expectedVersion: stored.length };
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

let people = 0;

/** A whole application of a fictional person, another one each time. */
export function newCase(who: Who, time = stationTime, amounts = demoAmounts): CaseItem {
  const sections = sampleSectionsBy((people += 1));
  const day = shanghaiDate(time);
  const sample = sampleSubmit(sections, sampleEvidence(sections, day), day, amounts);
  return decideItem(who, { ...sample, draftId: randomUUID() }, [], time, [amounts]);
}
