import type { Failure } from '../../domain/values/result.ts';
import type { Ports } from '../ports/ports.ts';
import type { FileArchive, Store } from '../ports/store.ts';
import type { SyncToken } from './sync-token.ts';

/** One pass of the sync: what it works with, and what it found changed. */
export interface SyncRun {
  ports: Ports;
  store: Store;
  files: FileArchive;
  access: SyncToken;
  /** Ids of cases and other streams. */
  changedStreams: Set<string>;
  /** The station is being closed: end after the record under way. */
  stopping(): boolean;
  /** Something moved: the page should look again. */
  moved: boolean;
}

/** How a step ended: all done, some of it waits for a later pass, the link is gone, or the token is not taken any more. */
export type StepEnd = 'done' | 'later' | 'offline' | 'refused';

/** A failure of the link as the end of a step; null when it is about the records sent, not about the link. */
export function endOf(failure: Failure): 'offline' | 'refused' | null {
  if (failure.code === 'district.unreachable' || failure.code === 'district.certificate') return 'offline';
  if (failure.code === 'session.none' || failure.code === 'session.notAllowed') return 'refused';
  const status = statusOf(failure);
  return status === 401 || status === 403 ? 'refused' : null;
}

export const statusOf = (failure: Failure): number => Number(failure.data?.['status'] ?? 0);

/** The record itself was refused and will be the next time too; a busy or broken server (429, 5xx, garbage) is worth waiting for. */
export function refusedForGood(failure: Failure): boolean {
  if (failure.code === 'page.damaged' || failure.code === 'page.tooLarge' || failure.code === 'call.tooLarge')
    return true;
  const status = statusOf(failure);
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}
