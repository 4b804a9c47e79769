import type { PushItem } from '../../contract/sync/push.ts';
import type { OpenedStream, StreamEvent } from '../../domain/log/any-aggregate.ts';
import { linkEvents } from '../../domain/log/chain.ts';
import type { Decision } from '../../domain/log/decision.ts';
import type { Actor, EventEnvelope, StreamType } from '../../domain/log/event-envelope.ts';
import { aggregates } from '../../domain/streams.ts';
import { shanghaiDate } from '../../domain/values/iso-date.ts';
import { fail } from '../../domain/values/result.ts';
import { newId } from '../context.ts';
import type { Ports } from '../ports/ports.ts';
import type { StoreReader, StoreWriter } from '../ports/store.ts';
import type { DistrictTerms } from '../session/district-terms.ts';
import { deviceId } from '../system/device.ts';
import { readModelOf, saveReadModel } from './read-model.ts';

/** Who asked for what and when; the day of the request counts, also when it is decided again later. */
export interface StreamRequest {
  streamType: StreamType;
  streamId: string;
  /** Parsed by the aggregate of its type. */
  command: unknown;
  actor: Actor;
  stationTime: string;
}

/** The whole stream with its chain looked through; an empty one when there is none of this kind. */
export async function openStream(
  reader: StoreReader,
  streamType: StreamType,
  streamId: string,
  ports: Pick<Ports, 'sha256Text'>,
): Promise<OpenedStream> {
  return aggregates[streamType].open(await reader.stream(streamId), ports.sha256Text);
}

/** Decides against the state on this station, with the amounts and checks its district told it. */
export function decideOnStream(
  opened: OpenedStream,
  { command, actor, stationTime }: StreamRequest,
  { amounts, verifiable }: DistrictTerms,
  { calendar, ruleSets, currentRuleSetId }: Pick<Ports, 'calendar' | 'ruleSets' | 'currentRuleSetId'>,
): Decision<StreamEvent> {
  const ruleSet = ruleSets.get(opened.events[0]?.ruleSetId ?? currentRuleSetId);
  if (!ruleSet || opened.brokenAt !== null) return fail('case.tampered', { version: opened.brokenAt ?? 1 });
  const today = shanghaiDate(stationTime);
  return opened.decide(command, { actor, today, at: stationTime, ruleSet, calendar, amounts, verifiable });
}

/** Links decided events to the stream and refreshes the read model, in the caller's transaction. */
export async function recordOnStream(
  tx: StoreWriter,
  opened: OpenedStream,
  request: StreamRequest,
  decided: readonly StreamEvent[],
  ports: Ports,
): Promise<PushItem> {
  const { streamType, streamId, command, actor, stationTime } = request;
  const events = await envelopes(tx, opened, request, decided, ports);
  await tx.appendEvents(events);
  const caseNo = (await tx.caseRow(streamId))?.caseNo ?? null;
  const model = readModelOf(streamType, streamId, [...opened.events, ...events], caseNo, ports);
  if (!model) throw new Error('decided events left nothing to show');
  await saveReadModel(tx, model);
  const expectedVersion = opened.version;
  return {
    commandId: newId(ports),
    streamType,
    streamId,
    expectedVersion,
    command,
    actor,
    stationTime,
    events,
  };
}

async function envelopes(
  tx: StoreWriter,
  { events }: OpenedStream,
  { streamType, streamId, actor, stationTime }: StreamRequest,
  decided: readonly StreamEvent[],
  ports: Ports,
): Promise<EventEnvelope[]> {
  const last = events.at(-1);
  const first = await tx.nextCounter(decided.length);
  const device = await deviceId(tx);
  const shared = { streamType, streamId, actor, deviceId: device, stationTime };
  const unlinked = decided.map(({ type, data }, index) => ({
    ...shared,
    ...{ id: newId(ports), type, data, counter: first + index },
    ruleSetId: events[0]?.ruleSetId ?? ports.currentRuleSetId,
  }));
  return linkEvents(unlinked, last ? { version: last.version, digest: last.digest } : null, ports.sha256Text);
}
