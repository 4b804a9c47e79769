import { z } from 'zod';
import { CheckOutcome, CheckReason } from '../../domain/matching/check.ts';
import { Source } from '../../domain/matching/sources.ts';
import { Instant } from '../../domain/values/instant.ts';
import { QueryState } from './entities.ts';

/** One question as staff see it while it is under way: ids, codes and times, nothing of what was found. */
export const QueryProgress = z.strictObject({
  queryId: z.uuid(),
  requestId: z.uuid(),
  source: Source,
  personId: z.uuid(),
  state: QueryState,
  outcome: CheckOutcome.nullable(),
  /** Why the last try, or the whole question, came to nothing. */
  reason: CheckReason.nullable(),
  attempts: z.int(),
  queuedAt: Instant,
  /** When it goes on, while it waits. */
  dueAt: Instant,
});
export type QueryProgress = z.infer<typeof QueryProgress>;

export const CaseChecks = z.strictObject({ queries: z.array(QueryProgress) });

/** How each source is doing, for the district. */
export const MatchingStatus = z.strictObject({
  sources: z.array(
    z.strictObject({
      source: Source,
      configured: z.boolean(),
      /** In a row. */
      failures: z.int(),
      /** Nobody asks it until then. */
      pausedUntil: Instant.nullable(),
      /** Questions without an answer. */
      waiting: z.int(),
    }),
  ),
});

/** A call back was taken, or had been taken before. */
export const Taken = z.strictObject({ taken: z.boolean() });
