import { refuse, type Refused } from '../handler.ts';
import { DatabaseNewer, VaultDamaged } from '../ports/store.ts';

/** What is wrong with the database itself, as a failure; null when the error is something else. */
export function databaseFailure(error: unknown): Refused<'database.newer' | 'database.damaged'> | null {
  if (error instanceof DatabaseNewer) {
    return refuse('database.newer', { found: error.found, supported: error.supported });
  }
  return error instanceof VaultDamaged ? refuse('database.damaged', {}) : null;
}
