/** Where somebody was in the list. Kept in memory only: the search may hold a name or an ID number. */
export interface QueuePlace {
  step: string | null;
  search: string;
  /** Case under the cursor. */
  caseId: string | null;
  /** Scrolled, px. */
  offset: number;
}

const start: QueuePlace = { step: null, search: '', caseId: null, offset: 0 };
let kept: { accountId: string; place: QueuePlace } | null = null;

/** The place of this account; another one that logs in later starts at the top. */
export const placeOf = (accountId: string): QueuePlace =>
  kept?.accountId === accountId ? kept.place : start;

export function keepPlace(accountId: string, change: Partial<QueuePlace>): void {
  kept = { accountId, place: { ...placeOf(accountId), ...change } };
}
