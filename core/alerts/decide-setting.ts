import type { DecideContext } from '../../domain/log/decision.ts';
import type { EventEnvelope } from '../../domain/log/event-envelope.ts';
import { nowIso, today } from '../context.ts';
import type { Ports } from '../ports/ports.ts';
import { actorOf } from '../session/actor.ts';
import type { Session } from '../session/sessions.ts';

/** What a stream's rules look at now, to tell what this account may do with it; null for a rule set not known here. */
export function settingNow(
  ports: Ports,
  session: Session,
  events: readonly EventEnvelope[],
): DecideContext | null {
  const ruleSet = ports.ruleSets.get(events[0]?.ruleSetId ?? ports.currentRuleSetId);
  if (!ruleSet) return null;
  return {
    ...{ actor: actorOf(session), today: today(ports), at: nowIso(ports), ruleSet },
    ...{ calendar: ports.calendar, amounts: [], verifiable: [] },
  };
}
