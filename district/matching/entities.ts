import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import { z } from 'zod';
import type { CheckPurpose } from '../../domain/matching/check.ts';
import type { Source } from '../../domain/matching/sources.ts';

/**
 * One question of one request. open: to be asked; ticket: their answer is awaited; answered: to be put on the case; recorded:
 * done; dropped: the case did not take it.
 */
export const QueryState = z.enum(['open', 'ticket', 'answered', 'recorded', 'dropped']);
export type QueryState = z.infer<typeof QueryState>;

/** Ids, codes and times; name and number are taken from the case when the question is asked. */
export interface MatchingQueryRow {
  id: string;
  requestId: string;
  caseId: string;
  personId: string;
  source: Source;
  purpose: CheckPurpose;
  signatureDigest: string;
  requestedBy: string;
  deviceId: string;
  requestedOn: string;
  state: QueryState;
  attempts: number;
  queuedAt: string;
  /** Nobody touches it before; while somebody is at it this is when they are taken for dead. */
  dueAt: string;
  claim: string | null;
  ticket: string;
  theirTicket: string | null;
  lastReason: string | null;
  outcome: string | null;
  /** The `CheckAnswer`, sealed, until the case has it. */
  answer: string | null;
}
/** What a department sent, sealed, once for each question. */
export interface MatchingRawRow {
  queryId: string;
  caseId: string;
  digest: string;
  body: string;
  receivedAt: string;
}

type Columns<T> = { [K in keyof T]: EntitySchemaColumnOptions };
const text: EntitySchemaColumnOptions = { type: 'text' };
const optional: EntitySchemaColumnOptions = { type: 'text', nullable: true };
const key: EntitySchemaColumnOptions = { type: 'text', primary: true };

const table = <T extends object>(name: string, columns: Columns<T>): EntitySchema<T> =>
  new EntitySchema<T>({ name, tableName: name, columns });

export const MatchingQueryEntity = table<MatchingQueryRow>('matching_queries', {
  id: key,
  requestId: text,
  caseId: text,
  personId: text,
  source: text,
  purpose: text,
  signatureDigest: text,
  requestedBy: text,
  deviceId: text,
  requestedOn: text,
  state: text,
  attempts: { type: 'integer' },
  queuedAt: text,
  dueAt: text,
  claim: optional,
  ticket: text,
  theirTicket: optional,
  lastReason: optional,
  outcome: optional,
  answer: optional,
});
export const MatchingRawEntity = table<MatchingRawRow>('matching_raw', {
  queryId: key,
  caseId: text,
  digest: text,
  body: text,
  receivedAt: text,
});

export const matchingEntities = [MatchingQueryEntity, MatchingRawEntity];
