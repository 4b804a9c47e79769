import { randomBytes, randomUUID } from 'node:crypto';
import { In, LessThanOrEqual, Not, type EntityManager } from 'typeorm';
import type { CheckRequest } from '../../domain/matching/check.ts';
import type { Source } from '../../domain/matching/sources.ts';
import { makeUuid } from '../../domain/values/uuid.ts';
import type { Database } from '../db/database.ts';
import { MatchingQueryEntity, type MatchingQueryRow, type QueryState } from './entities.ts';
import { newTicket } from './tickets.ts';

/** A check as the case's stream tells it, and who asked for it. */
export interface RequestedCheck {
  caseId: string;
  request: CheckRequest;
  /** The account whose command it was, and its device: they stand in the log of every query. */
  requestedBy: string;
  deviceId: string;
}

/**
 * Queues one question for each source and authorized person, in the transaction that takes the event: both are kept or
 * neither. The same request twice is queued once. `at` is the engine's clock; call `wake` after the commit.
 */
export async function queueChecks(
  tx: EntityManager,
  { caseId, request, requestedBy, deviceId }: RequestedCheck,
  at: Date = new Date(),
): Promise<void> {
  const now = at.toISOString();
  const { requestId, purpose, requestedOn } = request;
  const rows = request.authorizations.flatMap(({ personId, signatureDigest }) =>
    request.sources.map((source): MatchingQueryRow => ({
      id: makeUuid(at.getTime(), randomBytes(10)),
      ...{ requestId, caseId, personId, source, purpose, signatureDigest },
      ...{ requestedBy, deviceId, requestedOn },
      ...{ state: 'open', attempts: 0, queuedAt: now, dueAt: now, claim: null, ticket: newTicket() },
      ...{ theirTicket: null, lastReason: null, outcome: null, answer: null },
    })),
  );
  await tx.createQueryBuilder().insert().into(MatchingQueryEntity).values(rows).orIgnore().execute();
}

const waiting: QueryState[] = ['open', 'ticket'];

/** What a lane looks for: questions of one source, questions nobody is configured for, or answers to record. */
export type Wanted = { source: Source } | { notOf: readonly Source[] } | { answered: true };

const whereOf = (wanted: Wanted) => {
  if ('answered' in wanted) return { state: 'answered' as const };
  const source = 'source' in wanted ? wanted.source : Not(In([...wanted.notOf]));
  return { state: In(waiting), source };
};

/**
 * Takes the next due row for as long as `leaseMs`, or null. Of several servers on one database one gets it: the update
 * waits for the other's and then finds the row no longer due. A server that dies lets go when the lease ends.
 */
export async function claimNext(
  database: Database,
  wanted: Wanted,
  now: Date,
  leaseMs: number,
): Promise<MatchingQueryRow | null> {
  const due = { ...whereOf(wanted), dueAt: LessThanOrEqual(now.toISOString()) };
  const seen = await database.read((tx) =>
    tx.findOne(MatchingQueryEntity, { where: due, order: { dueAt: 'ASC', id: 'ASC' } }),
  );
  if (!seen) return null;
  const claim = randomUUID();
  const dueAt = new Date(now.getTime() + leaseMs).toISOString();
  return database.write(async (tx) => {
    await tx.update(MatchingQueryEntity, { id: seen.id, ...due }, { claim, dueAt });
    return tx.findOneBy(MatchingQueryEntity, { id: seen.id, claim });
  });
}

/** Changes a row that is still claimed as `row` says; someone else may have settled it meanwhile. */
export async function release(
  database: Database,
  row: MatchingQueryRow,
  change: Partial<MatchingQueryRow>,
): Promise<void> {
  await database.write((tx) =>
    tx.update(
      MatchingQueryEntity,
      { id: row.id, claim: row.claim ?? '', state: row.state },
      { claim: null, ...change },
    ),
  );
}

/** When the next row falls due that no full lane holds back, or null when none waits. */
export async function nextDue(database: Database, except: readonly Source[]): Promise<Date | null> {
  const next = await database.read((tx) =>
    tx.findOne(MatchingQueryEntity, {
      where: [{ state: In(waiting), source: Not(In([...except])) }, { state: 'answered' }],
      order: { dueAt: 'ASC' },
    }),
  );
  return next && new Date(next.dueAt);
}

/** After a start on a database of our own: what was claimed belongs to a process that is gone. */
export async function letGo(database: Database, now: Date): Promise<void> {
  await database.write((tx) =>
    tx.update(
      MatchingQueryEntity,
      { state: In(['open', 'answered']), claim: Not('') },
      { claim: null, dueAt: now.toISOString() },
    ),
  );
}
