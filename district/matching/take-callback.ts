import { MatchingQueryEntity } from './entities.ts';
import type { MatchingParts } from './parts.ts';
import { noteQuery } from './query-log.ts';
import { personOf } from './question.ts';
import { readAnswer } from './read-answer.ts';
import { settleWith, settleWithout } from './settle.ts';
import { signatureHolds } from './tickets.ts';

/** taken and again are both fine for the caller: ten sendings are one. */
export type CallbackOutcome =
  'taken' | 'again' | 'forged' | 'unknown' | 'tooLate' | 'notAuthorized' | 'unreadable' | 'wrongPerson';

/** An answer that a department brings by itself, under the ticket it was given. */
export async function takeCallback(
  parts: MatchingParts,
  ticket: string,
  signature: string,
  body: Buffer,
): Promise<CallbackOutcome> {
  const { database, key, config, log, now } = parts;
  // Before anything is looked up: who has no secret learns nothing about tickets.
  if (!signatureHolds(key, ticket, body, signature)) return 'forged';
  const row = await database.read((tx) => tx.findOneBy(MatchingQueryEntity, { ticket }));
  const source = config.sources.find((one) => one.source === row?.source);
  if (!row || !source) return 'unknown';
  if (row.state !== 'open' && row.state !== 'ticket')
    return row.outcome === 'found' || row.outcome === 'nothing' ? 'again' : 'tooLate';
  const allowed = await personOf(parts, row);
  if (!allowed.ok) {
    await noteQuery(parts, row, allowed.reason);
    await settleWithout(parts, row, 'notAuthorized', allowed.reason);
    return 'notAuthorized';
  }
  const text = body.toString('utf8');
  const read = readAnswer(text, allowed.person.idNumber, source, now().toISOString());
  if (!read.ok) {
    log.info('matching.callbackRefused', { source: row.source, queryId: row.id, reason: read.reason });
    return read.reason;
  }
  return (await settleWith(parts, row, read.value, text)) ? 'taken' : 'again';
}
