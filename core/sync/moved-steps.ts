import { applyCaseEvent } from '../../domain/case/apply-event.ts';
import { caseAggregate } from '../../domain/case/case-aggregate.ts';
import { CaseCommand } from '../../domain/case/case-commands.ts';
import type { CaseState } from '../../domain/case/case-state.ts';
import type { EventEnvelope } from '../../domain/log/event-envelope.ts';
import { eventOf } from '../../domain/log/fold-stream.ts';

/**
 * Where the steps of a case went when the district's events were laid under undecided ones. A paper names its step by number, so
 * its command has to name the new one; a paper whose step did not hold is about nothing any more.
 */
export class MovedSteps {
  readonly #before: readonly string[];
  readonly #moved = new Map<string, string>();

  /** `before`: the stream as it was. */
  constructor(before: readonly EventEnvelope[]) {
    this.#before = trailIds(before);
  }

  /** A command decided again: its events stand for the old ones. */
  note(old: readonly EventEnvelope[], again: readonly EventEnvelope[]): void {
    for (const [i, { id }] of old.entries()) {
      const next = again[i];
      if (next) this.#moved.set(id, next.id);
    }
  }

  /** The number the step has now; null when it is not on record any more. */
  placeIn(after: readonly EventEnvelope[], about: number): number | null {
    const old = this.#before[about - 1] ?? '';
    const place = trailIds(after).indexOf(this.#moved.get(old) ?? old) + 1;
    return place === 0 ? null : place;
  }
}

/** The command as it has to be decided on the stream as it is now; null for a paper of a step that is not there. */
export function commandOn(
  command: unknown,
  after: readonly EventEnvelope[],
  steps: MovedSteps | null,
): unknown {
  const parsed = CaseCommand.safeParse(command);
  if (!parsed.success || parsed.data.type !== 'issueDocument') return command;
  const about = steps?.placeIn(after, parsed.data.issued.about) ?? null;
  return about === null ? null : { ...parsed.data, issued: { ...parsed.data.issued, about } };
}

/** Ids of the events that stand in the trail, in its order. */
function trailIds(events: readonly EventEnvelope[]): string[] {
  const ids: string[] = [];
  let state: CaseState | null = null;
  for (const envelope of events) {
    const event = eventOf(caseAggregate, envelope);
    if (!event) break;
    const before = state?.trail.length ?? 0;
    const next: CaseState = applyCaseEvent(state, event);
    if (next.trail.length > before) ids.push(envelope.id);
    state = next;
  }
  return ids;
}
