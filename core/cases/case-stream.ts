import { caseEventData, type CaseEvent, type CaseEventType } from '../../domain/case/case-events.ts';
import { applyCaseEvent, type CaseState } from '../../domain/case/case-state.ts';
import { firstBrokenLink } from '../../domain/log/chain.ts';
import type { EventEnvelope } from '../../domain/log/event-envelope.ts';
import type { Ports } from '../ports/ports.ts';

/** A stream folded into its state; `brokenAt` names the first link that does not hold, `state` stops before it. */
export interface FoldedCase {
  state: CaseState | null;
  brokenAt: number | null;
  events: readonly EventEnvelope[];
  version: number;
}

export function foldCase(events: readonly EventEnvelope[], ports: Pick<Ports, 'sha256Text'>): FoldedCase {
  let brokenAt = firstBrokenLink(events, ports.sha256Text);
  let state: CaseState | null = null;
  for (const envelope of events) {
    if (brokenAt !== null && envelope.version >= brokenAt) break;
    const event = caseEvent(envelope);
    if (!event) {
      brokenAt = envelope.version;
      break;
    }
    state = applyCaseEvent(state, event);
  }
  return { state, brokenAt, events, version: events.length };
}

/** The event with its data checked; null for a type or data this version does not know. */
export function caseEvent({ type, data }: Pick<EventEnvelope, 'type' | 'data'>): CaseEvent | null {
  if (!Object.hasOwn(caseEventData, type)) return null;
  const parsed = caseEventData[type as CaseEventType].safeParse(data);
  return parsed.success ? ({ type, data: parsed.data } as CaseEvent) : null;
}
