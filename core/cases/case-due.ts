import type { CaseSummary, Dossier, DossierClock, DueDate } from '../../contract/views.ts';
import type { CaseState } from '../../domain/case/case-state.ts';
import { caseClock, type CaseClock } from '../../domain/clocks/case-clock.ts';
import { nextVisitDue } from '../../domain/visits/visit-rules.ts';
import { receivingSteps } from '../../domain/process/steps.ts';
import type { IsoDate } from '../../domain/values/iso-date.ts';
import type { Ports } from '../ports/ports.ts';

type Clocks = Pick<Ports, 'calendar' | 'ruleSets'>;

/** The clocks of a case under the rule set it runs under; null when its history does not fit them. */
export function clockOf(state: CaseState, ruleSetId: string, ports: Clocks, on?: IsoDate): CaseClock | null {
  const ruleSet = ports.ruleSets.get(ruleSetId);
  const clock = ruleSet ? caseClock(ports.calendar, ruleSet, state.history, on, state.kind) : null;
  return clock?.ok ? clock.value : null;
}

/** Every due date of a case. */
export function dueDates(state: CaseState, ruleSetId: string, ports: Clocks): Dossier['due'] {
  const due = clockOf(state, ruleSetId, ports)?.due;
  return (
    due ?? { accept: null, survey: null, review: null, noticeEnds: null, district: null, wholeCase: null }
  );
}

/** Days used and left of the whole case on a day; null before acceptance. */
export function runningClock(
  state: CaseState,
  ruleSetId: string,
  ports: Clocks,
  on: IsoDate,
): DossierClock | null {
  // Registered, the procedure is over: what is done later has clocks of its own.
  if (receivingSteps.includes(state.step)) return null;
  const clock = clockOf(state, ruleSetId, ports, on);
  if (!clock) return null;
  const { usedWorkingDays, leftWorkingDays, totalWorkingDays, extended, pausedSince } = clock;
  if (usedWorkingDays === null || leftWorkingDays === null || totalWorkingDays === null) return null;
  return { usedWorkingDays, leftWorkingDays, totalWorkingDays, extended, pausedSince };
}

/** What somebody has to do next with the case, and by when. */
export function nextDue(
  state: CaseState,
  ruleSetId: string,
  ports: Clocks,
): { due: DueDate; dueKind: CaseSummary['dueKind'] } {
  const kind = dueKindOf[state.step];
  if (kind === 'none') return { due: null, dueKind: kind };
  if (kind === 'supplement') return { due: state.supplements.at(-1)?.limit ?? null, dueKind: kind };
  if (kind === 'visit') return { due: visitDue(state, ruleSetId, ports), dueKind: kind };
  const clock = clockOf(state, ruleSetId, ports);
  if (!clock) return { due: null, dueKind: kind };
  return { due: kind === 'inform' ? clock.inform : clock.due[kind], dueKind: kind };
}

/** Which period presses in each step. */
const dueKindOf: Record<CaseState['step'], CaseSummary['dueKind']> = {
  SUBMITTED: 'accept',
  SUPPLEMENT: 'supplement',
  ACCEPTED: 'survey',
  SURVEY: 'review',
  NOT_ELIGIBLE: 'review',
  RECHECK: 'review',
  PRELIMINARY: 'wholeCase',
  NOTICE: 'noticeEnds',
  OBJECTION: 'wholeCase',
  RESURVEY: 'wholeCase',
  REPORTED: 'district',
  CONFIRMED: 'inform',
  GRANTED: 'none',
  EXPLAINED: 'none',
  PUBLISHED: 'none',
  REGISTERED: 'visit',
  REASSESSMENT: 'none',
  REFUSED: 'none',
  ENDED: 'none',
  ABANDONED: 'none',
  WITHDRAWN: 'none',
  TERMINATED: 'none',
};

/** The day of the next yearly visit; one-off help has none. */
export function visitDue(state: CaseState, ruleSetId: string, ports: Clocks): IsoDate | null {
  const process = ports.ruleSets.get(ruleSetId)?.processes[state.kind];
  const registered = state.history.findLast(([kind]) => kind === 'registered')?.[1];
  if (!process || !registered || process.grant === 'once') return null;
  if (state.step !== 'REGISTERED' && state.step !== 'REASSESSMENT') return null;
  return nextVisitDue(
    registered,
    state.visits.map(({ visit }) => visit.on),
    process.visitEveryMonths,
  );
}
