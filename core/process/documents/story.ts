import { applyCaseEvent } from '../../../domain/case/apply-event.ts';
import { caseAggregate } from '../../../domain/case/case-aggregate.ts';
import type { CaseEvent } from '../../../domain/case/case-events.ts';
import type { CaseState } from '../../../domain/case/case-state.ts';
import type { EventEnvelope } from '../../../domain/log/event-envelope.ts';
import { eventOf } from '../../../domain/log/fold-stream.ts';

/** One step of a case: what happened, and the case before and after it. */
export interface Step {
  event: CaseEvent;
  before: CaseState;
  after: CaseState;
}

/** The step of this number in the trail (from 1): a paper tells of that day, not of what came later. Null when there is none. */
export function stepOf(events: readonly EventEnvelope[], about: number): Step | null {
  let state: CaseState | null = null;
  for (const envelope of events) {
    const event = eventOf(caseAggregate, envelope);
    if (!event) return null;
    const before: CaseState | null = state;
    state = applyCaseEvent(before, event);
    if (before && before.trail.length < about && state.trail.length === about)
      return { event, before, after: state };
  }
  return null;
}
