import type { HistoryKind } from '../clocks/history.ts';
import type { CaseEvent, CaseEventType } from './case-events.ts';
import type { CaseState } from './case-state.ts';

/** What a step means to the clocks; a type that is not here does not touch them. */
const kinds: Partial<Record<CaseEventType, HistoryKind>> = {
  'application.submitted': 'submitted',
  'supplement.issued': 'supplementIssued',
  'supplement.provided': 'supplemented',
  'application.accepted': 'accepted',
  'application.withdrawn': 'withdrawn',
  'application.abandoned': 'abandoned',
  'case.terminated': 'terminated',
  'case.extended': 'extended',
  'survey.started': 'surveyStarted',
  'resurvey.started': 'surveyStarted',
  'survey.notEligible': 'notEligible',
  'recheck.requested': 'recheckRequested',
  'review.proposed': 'preliminary',
  'notice.posted': 'noticePosted',
  'objection.registered': 'objected',
  'household.amended': 'amended',
  'case.reported': 'reported',
  'case.returned': 'returned',
  'case.confirmed': 'confirmed',
  'case.refused': 'refused',
  'case.published': 'published',
  'case.registered': 'registered',
  'grant.madeFirst': 'grantedFirst',
  'grant.explained': 'explained',
};

/** A further objection, or a change that leaves the case where it is, moves no clock. */
export function historyKindOf(event: CaseEvent, before: CaseState): HistoryKind | null {
  const kind = kinds[event.type] ?? null;
  const quiet = event.type === 'objection.registered' || event.type === 'household.amended';
  if (quiet && event.data.step === before.step) return null;
  // Once registered the procedure is over: what happens later has no clock of its own.
  return before.step === 'REASSESSMENT' ? null : kind;
}
