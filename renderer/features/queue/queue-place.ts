import type { QueueName } from '../../../contract/commands/case.ts';

/** Where somebody was in the list. Kept in memory only: the search may hold a name or an ID number. */
export interface QueuePlace {
  /** `all`: every case of the area. */
  queue: QueueName | 'all';
  step: string | null;
  search: string;
  /** Page of the list, from 0. */
  page: number;
  /** Case under the cursor. */
  caseId: string | null;
  /** Scrolled, px. */
  offset: number;
}

const start: QueuePlace = { queue: 'todo', step: null, search: '', page: 0, caseId: null, offset: 0 };
let kept: { accountId: string; place: QueuePlace } | null = null;

/** The place of this account; another one that logs in later starts at the top. */
export const placeOf = (accountId: string): QueuePlace =>
  kept?.accountId === accountId ? kept.place : start;

export function keepPlace(accountId: string, change: Partial<QueuePlace>): void {
  kept = { accountId, place: { ...placeOf(accountId), ...change } };
}

type Chosen = Partial<Pick<QueuePlace, 'queue' | 'step' | 'search' | 'page'>>;

/** Another list begins at its top. What is searched for is looked for in the whole area, whatever queue was open. */
export function otherList(chosen: Chosen): Partial<QueuePlace> {
  const everywhere = chosen.search?.trim() ? { queue: 'all' as const, step: null } : {};
  return { page: 0, caseId: null, offset: 0, ...everywhere, ...chosen };
}
