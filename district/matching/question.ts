import { authorizedPerson, type Authorized } from '../../domain/matching/authorized.ts';
import type { Question } from './ask.ts';
import type { MatchingQueryRow } from './entities.ts';
import type { MatchingParts } from './parts.ts';
import { ticketSecret } from './tickets.ts';

/** Whether the question may be asked, by the case as it is now. */
export const personOf = async (
  { loadCase }: Pick<MatchingParts, 'loadCase'>,
  { caseId, personId, signatureDigest }: MatchingQueryRow,
): Promise<Authorized> => authorizedPerson(await loadCase(caseId), { personId, signatureDigest });

/** What is sent: name and number are the case's, everything else the row's. */
export function questionOf(
  { config, key }: Pick<MatchingParts, 'config' | 'key'>,
  row: MatchingQueryRow,
  { name, idNumber }: { name: string; idNumber: string },
): Question {
  const { id, purpose, signatureDigest, requestedOn, ticket } = row;
  return {
    ...{ queryId: id, purpose, name, idNumber, requestedOn, ticket },
    authorizationDigest: signatureDigest,
    callbackUrl: config.callbackUrl && `${config.callbackUrl}/v1/matching/answers/${ticket}`,
    callbackSecret: ticketSecret(key, ticket),
  };
}
