import type { Operation } from '../http/openapi-operation.ts';
import { CaseChecks, MatchingStatus, Taken } from './matching-schema.ts';
import { StandardAnswer } from './read-answer.ts';

/** For `operations` in http/openapi.ts. */
export const matchingOperations: readonly Operation[] = [
  {
    ...{ method: 'post', path: '/v1/matching/answers/{ticket}', tag: 'matching' },
    security: 'matchingSignature',
    summary:
      'A department brings the answer to a question it was asked before, signed with the ticket’s secret',
    params: { ticket: 'The ticket of the question' },
    body: { name: 'DepartmentAnswer', schema: StandardAnswer },
    reply: { name: 'AnswerTaken', schema: Taken },
    failures: {
      401: ['check.signatureWrong'],
      404: ['check.ticketUnknown'],
      410: ['check.tooLate', 'check.notAuthorized'],
      422: ['check.unreadable', 'check.wrongPerson'],
      503: ['check.notReady'],
    },
  },
  {
    ...{ method: 'get', path: '/v1/matching/status', tag: 'matching', security: 'token' },
    summary: 'How each source is doing, for the district',
    reply: { name: 'MatchingStatus', schema: MatchingStatus },
    failures: { 403: ['case.notYourRole'], 503: ['check.notReady'] },
  },
  {
    ...{ method: 'get', path: '/v1/matching/cases/{caseId}', tag: 'matching', security: 'token' },
    summary: 'How far the checks of a case are; what was found stands on the case itself',
    params: { caseId: 'The case (UUID)' },
    reply: { name: 'CaseChecks', schema: CaseChecks },
    failures: { 404: ['case.notFound'] },
  },
];
