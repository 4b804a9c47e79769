import { applyCaseEvent } from '../../../domain/case/apply-event.ts';
import { caseAggregate } from '../../../domain/case/case-aggregate.ts';
import type { CaseState } from '../../../domain/case/case-state.ts';
import { eventOf } from '../../../domain/log/fold-stream.ts';
import { shippedRuleSets } from '../../../domain/rules/shipped.ts';
import { nextDue } from '../../../core/cases/case-due.ts';
import type { CaseRun } from './case-run.ts';

export interface TimelineEvent {
  type: string;
  /** Role, and the name on the account. */
  by: string;
  /** ISO instant, by the station's clock. */
  at: string;
  /** What was due next after it: ISO day, 'calendar.unpublished' as long as nobody can know, or null. */
  due: string | null;
}
const ruleSets = new Map(shippedRuleSets.map((set) => [set.id, set]));

/** A case as the district holds it, event by event, with what was due after each as it was known then. */
export async function timelineOf({
  id,
  world,
}: CaseRun): Promise<{ caseNo: string; events: TimelineEvent[] }> {
  const { caseNo, events } = await world.district.stream(id);
  const ruleSetId = events[0]?.ruleSetId ?? '';
  let state: CaseState | null = null;
  const told: TimelineEvent[] = [];
  for (const envelope of events) {
    const event = eventOf(caseAggregate, envelope);
    if (!event) throw new Error(`unknown event ${envelope.type}`);
    state = applyCaseEvent(state, event);
    const { accountId, role } = envelope.actor;
    const name = world.district.accounts.get(accountId)?.displayName;
    const at = envelope.stationTime;
    const calendar = world.calendars.findLast(({ from }) => from <= new Date(at))?.calendar ?? world.calendar;
    const { due } = nextDue(state, ruleSetId, { calendar, ruleSets });
    told.push({ type: envelope.type, by: name ? `${role} ${name}` : role, at, due });
  }
  return { caseNo, events: told };
}
