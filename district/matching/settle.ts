import { In, type EntityManager } from 'typeorm';
import { CheckAnswer, type CheckReason } from '../../domain/matching/check.ts';
import { sealText, unsealText } from '../secrets/seal.ts';
import { sha256Text } from '../sync/sha256.ts';
import { MatchingQueryEntity, MatchingRawEntity, type MatchingQueryRow } from './entities.ts';
import type { MatchingParts } from './parts.ts';
import type { ReadAnswer } from './read-answer.ts';

type Settling = Pick<MatchingParts, 'database' | 'key' | 'now' | 'clock'>;

const answerPlace = (id: string): string => `matching-answer:${id}`;
const rawPlace = (id: string): string => `matching-raw:${id}`;

/** Nobody will answer, or nobody may be asked. */
export function settleWithout(
  parts: Settling,
  row: MatchingQueryRow,
  outcome: 'noAnswer' | 'notAuthorized',
  reason: CheckReason,
): Promise<boolean> {
  const provenance = { system: 'district', answerId: row.id, at: parts.now().toISOString() };
  const rest = { facts: [], validUntil: null, rawDigest: null };
  return settle(parts, row, { ...askedBy(row), outcome, reason, ...rest, provenance }, null);
}

/** A department's answer, with the text it came in. */
export function settleWith(
  parts: Settling,
  row: MatchingQueryRow,
  { answerId, at, validUntil, facts }: ReadAnswer,
  raw: string,
): Promise<boolean> {
  const outcome = facts.length > 0 ? 'found' : 'nothing';
  const provenance = { system: row.source, answerId, at };
  const rest = { reason: null, facts, validUntil, rawDigest: sha256Text(raw), provenance };
  return settle(parts, row, { ...askedBy(row), outcome, ...rest }, raw);
}

const askedBy = ({ requestId, source, personId }: MatchingQueryRow) => ({ requestId, source, personId });

/** One change: the row is answered and the raw text kept. False when somebody else had settled it before. */
function settle(
  { database, key, now, clock }: Settling,
  row: MatchingQueryRow,
  given: CheckAnswer,
  raw: string | null,
): Promise<boolean> {
  const answer = CheckAnswer.parse(given);
  const { id, caseId } = row;
  const change = {
    ...{ state: 'answered' as const, claim: id, attempts: 0, outcome: answer.outcome },
    lastReason: answer.reason,
    dueAt: new Date(clock()).toISOString(),
    answer: sealText(key, answerPlace(id), JSON.stringify(answer)),
  };
  return database.write(async (tx) => {
    if (!(await stillWaits(tx, id))) return false;
    await tx.update(MatchingQueryEntity, { id }, change);
    if (raw === null) return true;
    const sealed = { digest: sha256Text(raw), body: sealText(key, rawPlace(id), raw) };
    await tx.insert(MatchingRawEntity, { queryId: id, caseId, ...sealed, receivedAt: now().toISOString() });
    return true;
  });
}

/** Locks the row first: an update that changes nothing makes whoever else settles it wait, on PostgreSQL too. */
async function stillWaits(tx: EntityManager, id: string): Promise<boolean> {
  const waits = { id, state: In(['open', 'ticket']) };
  const same = { id: () => '"id"' };
  await tx.createQueryBuilder().update(MatchingQueryEntity).set(same).where(waits).execute();
  return tx.existsBy(MatchingQueryEntity, waits);
}

export const openAnswer = (key: Buffer, row: MatchingQueryRow): CheckAnswer =>
  CheckAnswer.parse(JSON.parse(unsealText(key, answerPlace(row.id), row.answer ?? '')));

/** The answer as the department sent it; for whoever has to prove what was said. Null when none was kept. */
export async function rawAnswerOf(
  { database, key }: Pick<MatchingParts, 'database' | 'key'>,
  queryId: string,
): Promise<string | null> {
  const row = await database.read((tx) => tx.findOneBy(MatchingRawEntity, { queryId }));
  return row && unsealText(key, rawPlace(queryId), row.body);
}
