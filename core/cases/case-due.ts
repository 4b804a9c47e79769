import type { CaseSummary, Dossier, DossierClock, DueDate } from '../../contract/views.ts';
import type { CaseState } from '../../domain/case/case-state.ts';
import { caseClock } from '../../domain/clocks/case-clock.ts';
import type { IsoDate } from '../../domain/values/iso-date.ts';
import type { Ports } from '../ports/ports.ts';

type Clocks = Pick<Ports, 'calendar' | 'ruleSets'>;

/** Every due date of a case under the rule set it runs under. */
export function dueDates(state: CaseState, ruleSetId: string, ports: Clocks): Dossier['due'] {
  const ruleSet = ports.ruleSets.get(ruleSetId);
  const clock = ruleSet ? caseClock(ports.calendar, ruleSet, state.history) : null;
  if (!clock?.ok) return { accept: null, survey: null, review: null, wholeCase: null };
  const { accept, survey, review, wholeCase } = clock.value.due;
  return { accept, survey, review, wholeCase };
}

/** Days used and left of the whole case on a day; null before acceptance. */
export function runningClock(
  state: CaseState,
  ruleSetId: string,
  ports: Clocks,
  on: IsoDate,
): DossierClock | null {
  const ruleSet = ports.ruleSets.get(ruleSetId);
  const clock = ruleSet ? caseClock(ports.calendar, ruleSet, state.history, on) : null;
  if (!clock?.ok) return null;
  const { usedWorkingDays, leftWorkingDays, totalWorkingDays, extended, pausedSince } = clock.value;
  if (usedWorkingDays === null || leftWorkingDays === null || totalWorkingDays === null) return null;
  return { usedWorkingDays, leftWorkingDays, totalWorkingDays, extended, pausedSince };
}

/** What somebody has to do next with the case, and by when. */
export function nextDue(
  state: CaseState,
  ruleSetId: string,
  ports: Clocks,
): { due: DueDate; dueKind: CaseSummary['dueKind'] } {
  const due = dueDates(state, ruleSetId, ports);
  switch (state.step) {
    case 'SUBMITTED':
      return { due: due.accept, dueKind: 'accept' };
    case 'ACCEPTED':
      return { due: due.survey, dueKind: 'survey' };
    case 'SUPPLEMENT':
      return { due: state.supplements.at(-1)?.limit ?? null, dueKind: 'supplement' };
    case 'WITHDRAWN':
    case 'ABANDONED':
      return { due: null, dueKind: 'none' };
  }
}
