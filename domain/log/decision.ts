import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Slot } from '../materials/slots.ts';
import type { LocalAmounts } from '../rules/local-amounts.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { IsoDate } from '../values/iso-date.ts';
import { fail, type Failure, type Result } from '../values/result.ts';
import type { Actor } from './event-envelope.ts';

/** What a decision may look at besides the state: who asks, when, and what the district has set. */
export interface DecideContext {
  actor: Actor;
  /** The day in Shanghai of `at`. */
  today: IsoDate;
  /** The instant of the command, by the clock of the station that asks. */
  at: string;
  /** The rule set the stream runs under, or will: fixed by its first event. */
  ruleSet: RuleSet;
  calendar: WorkCalendar;
  /** Every version known; a decision takes the one in force on `today`. */
  amounts: readonly LocalAmounts[];
  /** Materials the checking mechanism verifies here; never demanded (L §62). */
  verifiable: readonly Slot[];
}

export type Decision<E> = Result<E[], Failure>;

/** True when the actor's area contains the place: a district (6 digits) its towns, a town (9) its villages (12). */
export const withinArea = (actor: Actor, areaCode: string): boolean => areaCode.startsWith(actor.areaCode);

/** Whether the actor's role still holds on the day, and for the place; null when both do. */
export function actorProblem(actor: Actor, areaCode: string, today: IsoDate): Failure | null {
  if (actor.until !== undefined && today > actor.until)
    return fail('case.roleExpired', { until: actor.until }).failure;
  return withinArea(actor, areaCode) ? null : fail('case.notYourArea').failure;
}
