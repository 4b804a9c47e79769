import type { PushItem } from '../../contract/sync/push.ts';
import type { CaseCommand } from '../../domain/case/case-commands.ts';
import type { CaseEvent } from '../../domain/case/case-events.ts';
import { decideCase } from '../../domain/case/decide-case.ts';
import type { Decision } from '../../domain/log/decision.ts';
import { linkEvents } from '../../domain/log/chain.ts';
import type { Actor, EventEnvelope } from '../../domain/log/event-envelope.ts';
import { shanghaiDate } from '../../domain/values/iso-date.ts';
import { fail } from '../../domain/values/result.ts';
import { newId } from '../context.ts';
import type { DistrictTerms } from '../session/district-terms.ts';
import type { Ports } from '../ports/ports.ts';
import type { StoreWriter } from '../ports/store.ts';
import { deviceId } from '../system/device.ts';
import { caseRowOf } from './case-row.ts';
import { foldCase, type FoldedCase } from './case-stream.ts';

/** Who asked for what and when; the day of the request counts, also when it is decided again later. */
export interface CaseRequest {
  caseId: string;
  command: CaseCommand;
  actor: Actor;
  stationTime: string;
}

/** Decides against the state on this station, with the amounts and checks its district told it. */
export function decideHere(
  folded: FoldedCase,
  { command, actor, stationTime }: CaseRequest,
  { amounts, verifiable }: DistrictTerms,
  { calendar, ruleSets, currentRuleSetId }: Pick<Ports, 'calendar' | 'ruleSets' | 'currentRuleSetId'>,
): Decision<CaseEvent> {
  const ruleSet = ruleSets.get(folded.events[0]?.ruleSetId ?? currentRuleSetId);
  if (!ruleSet) return fail('case.tampered', { version: 1 });
  const today = shanghaiDate(stationTime);
  const context = { actor, today, at: stationTime, ruleSet, calendar, amounts, verifiable };
  return decideCase(folded.state, command, context);
}

/** Links decided events to the stream and refreshes the read model, in the caller's transaction. */
export async function recordDecision(
  tx: StoreWriter,
  folded: FoldedCase,
  request: CaseRequest,
  decided: readonly CaseEvent[],
  ports: Ports,
): Promise<PushItem> {
  const { caseId, command, actor, stationTime } = request;
  const events = await envelopes(tx, folded, request, decided, ports);
  await tx.appendEvents(events);
  const before = await tx.caseRow(caseId);
  const row = caseRowOf(
    caseId,
    foldCase([...folded.events, ...events], ports),
    before?.caseNo ?? null,
    ports,
  );
  if (!row) throw new Error('decision left a case without application');
  await tx.saveCaseRow(row);
  return {
    commandId: newId(ports),
    streamId: caseId,
    expectedVersion: folded.version,
    command,
    actor,
    stationTime,
    events,
  };
}

async function envelopes(
  tx: StoreWriter,
  folded: FoldedCase,
  { caseId, actor, stationTime }: CaseRequest,
  decided: readonly CaseEvent[],
  ports: Ports,
): Promise<EventEnvelope[]> {
  const last = folded.events.at(-1);
  const first = await tx.nextCounter(decided.length);
  const device = await deviceId(tx);
  const unlinked = decided.map(({ type, data }, index) => ({
    ...{
      id: newId(ports),
      streamType: 'case' as const,
      streamId: caseId,
      type,
      data,
      actor,
      deviceId: device,
      stationTime,
    },
    counter: first + index,
    ruleSetId: folded.events[0]?.ruleSetId ?? ports.currentRuleSetId,
  }));
  return linkEvents(unlinked, last ? { version: last.version, digest: last.digest } : null, ports.sha256Text);
}
