import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { callerOf } from '../accounts/tokens.ts';
import { CaseEntity } from '../db/entities.ts';
import type { Database } from '../db/database.ts';
import { Refusal } from '../http/refusal.ts';
import { MAX_ANSWER } from './ask.ts';
import type { MatchingEngine } from './engine.ts';
import { CaseChecks, MatchingStatus } from './matching-schema.ts';
import { progressOfCase, waitingBySource } from './progress.ts';
import type { CallbackOutcome } from './take-callback.ts';

const refusals: Record<Exclude<CallbackOutcome, 'taken' | 'again'>, [number, string]> = {
  forged: [401, 'check.signatureWrong'],
  unknown: [404, 'check.ticketUnknown'],
  tooLate: [410, 'check.tooLate'],
  notAuthorized: [410, 'check.notAuthorized'],
  unreadable: [422, 'check.unreadable'],
  wrongPerson: [422, 'check.wrongPerson'],
};
const Ticket = z.strictObject({ ticket: z.string().regex(/^[\w-]{24}$/) });
const CaseId = z.strictObject({ caseId: z.uuid() });
const overseers: readonly string[] = ['districtReviewer', 'districtHead', 'admin'];

export interface MatchingRouteParts {
  database: Database;
  /** null until the server is ready. */
  engine(): MatchingEngine | null;
  now(): Date;
}

/** Where departments bring answers, and where staff see how far the checks are. Neither shows what was found. */
export function matchingRoutes(app: FastifyInstance, { database, engine, now }: MatchingRouteParts): void {
  const ready = (): MatchingEngine => {
    const started = engine();
    if (!started) throw new Refusal(503, 'check.notReady');
    return started;
  };
  void app.register(async (scope) => {
    // The signature is over the bytes as they came.
    scope.removeContentTypeParser('application/json');
    scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
    scope.post('/v1/matching/answers/:ticket', { bodyLimit: MAX_ANSWER }, async (request) => {
      const { ticket } = Ticket.parse(request.params);
      const signature = String(request.headers['x-matching-signature'] ?? '');
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const outcome = await ready().callback(ticket, signature, body);
      if (outcome === 'taken' || outcome === 'again') return { taken: outcome === 'taken' };
      const [status, code] = refusals[outcome];
      throw new Refusal(status, code);
    });
  });

  app.get('/v1/matching/status', async (request) => {
    const { account } = await callerOf(database, request.headers.authorization, now());
    if (!overseers.includes(account.role)) throw new Refusal(403, 'case.notYourRole');
    const waiting = await waitingBySource(database);
    const sources = ready()
      .sources()
      .map((one) => ({ ...one, waiting: waiting.get(one.source) ?? 0 }));
    return MatchingStatus.parse({ sources });
  });

  app.get('/v1/matching/cases/:caseId', async (request) => {
    const { account } = await callerOf(database, request.headers.authorization, now());
    const { caseId } = CaseId.parse(request.params);
    const found = await database.read((tx) => tx.findOneBy(CaseEntity, { id: caseId }));
    // A case of another area is answered like none at all.
    if (!found?.townCode.startsWith(account.areaCode)) throw new Refusal(404, 'case.notFound');
    return CaseChecks.parse({ queries: await progressOfCase(database, caseId) });
  });
}
