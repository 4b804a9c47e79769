import { In } from 'typeorm';
import { CheckOutcome, CheckReason } from '../../domain/matching/check.ts';
import { Source } from '../../domain/matching/sources.ts';
import type { Database } from '../db/database.ts';
import { MatchingQueryEntity } from './entities.ts';
import type { QueryProgress } from './matching-schema.ts';

export async function progressOfCase(database: Database, caseId: string): Promise<QueryProgress[]> {
  const order = { queuedAt: 'ASC', id: 'ASC' } as const;
  const rows = await database.read((tx) => tx.find(MatchingQueryEntity, { where: { caseId }, order }));
  return rows.map(({ id, requestId, source, personId, state, attempts, queuedAt, dueAt, ...row }) => ({
    ...{ queryId: id, requestId, source, personId, state, attempts, queuedAt, dueAt },
    outcome: row.outcome === null ? null : CheckOutcome.parse(row.outcome),
    reason: row.lastReason === null ? null : CheckReason.parse(row.lastReason),
  }));
}

/** How many questions to each source wait for an answer. */
export async function waitingBySource(database: Database): Promise<Map<Source, number>> {
  const waits = In(['open', 'ticket']);
  const counts = await database.read((tx) =>
    Promise.all(
      Source.options.map(
        async (source) => [source, await tx.countBy(MatchingQueryEntity, { source, state: waits })] as const,
      ),
    ),
  );
  return new Map(counts);
}
