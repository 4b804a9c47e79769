import { randomBytes } from 'node:crypto';
import { makeUuid } from '../../domain/values/uuid.ts';
import { AccessEntity } from '../db/entities.ts';
import type { MatchingQueryRow } from './entities.ts';
import type { MatchingParts } from './parts.ts';

/**
 * Writes down that somebody is about to be asked about somebody, before it is done (L §70): who wanted it on which device,
 * for which case and purpose, about whom, from whom. Ids and codes only. `refused` says that nobody was asked, and why.
 */
export async function noteQuery(
  { database, now }: Pick<MatchingParts, 'database' | 'now'>,
  { caseId, source, personId, purpose, requestId, requestedBy, deviceId }: MatchingQueryRow,
  refused: string | null = null,
): Promise<void> {
  const at = now();
  const verb = refused ? `checkRefused:${refused}` : 'check';
  const what = `${verb}:${source}:${personId}:${purpose}:${requestId}`;
  const id = makeUuid(at.getTime(), randomBytes(10));
  const row = { id, at: at.toISOString(), accountId: requestedBy, deviceId, what, caseId };
  await database.write((tx) => tx.insert(AccessEntity, row));
}
