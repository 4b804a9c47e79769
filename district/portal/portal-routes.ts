import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { DistrictContext } from '../context.ts';
import { CaseEntity } from '../db/entities.ts';
import { Refusal } from '../http/refusal.ts';
import { stateOf } from '../sync/judge.ts';
import { storedStream } from '../sync/stream-store.ts';
import { PortalApplicationEntity } from './entities.ts';
import { receive } from './intake.ts';
import { requirePortalKey } from './portal-key.ts';
import {
  PortalApplication,
  portalBodyLimit,
  PortalProgress,
  PortalReceipt,
  PortalTerms,
} from './portal-schema.ts';
import { districtTowns } from './towns.ts';

/** What the portal for applications from home speaks to; without a key in the configuration there is nothing here. */
export function portalRoutes(app: FastifyInstance, context: DistrictContext): void {
  const { config, log, now } = context;
  // Before the body is read: nobody without the key makes the server hold 64 MB.
  const onRequest = async (request: Parameters<typeof requirePortalKey>[1]): Promise<void> =>
    requirePortalKey(config, request);

  app.post('/v1/portal/applications', { bodyLimit: portalBodyLimit, onRequest }, async (request, reply) => {
    const { receipt, first } = await receive(context, PortalApplication.parse(request.body));
    log.info('portal.received', { caseId: receipt.caseId, first });
    return reply.status(first ? 201 : 200).send(PortalReceipt.parse(receipt));
  });

  app.get('/v1/portal/terms', { onRequest }, async () => {
    const { amounts, verifiable } = config;
    const serverTime = now().toISOString();
    return PortalTerms.parse({ amounts, verifiable, towns: districtTowns, serverTime });
  });

  app.get<{ Params: { portalId: string } }>(
    '/v1/portal/applications/:portalId',
    { onRequest },
    async (request) =>
      PortalProgress.parse(await progressOf(context, z.uuid().parse(request.params.portalId))),
  );
}

/** Steps and days of the case, nothing about anybody. */
async function progressOf(
  { database, eventKey, log }: DistrictContext,
  portalId: string,
): Promise<z.infer<typeof PortalProgress>> {
  return database.read(async (tx) => {
    const row = await tx.findOneBy(PortalApplicationEntity, { portalId });
    if (!row) throw new Refusal(404, 'case.notFound');
    const { caseNo, caseCode, step } = await tx.findOneByOrFail(CaseEntity, { id: row.caseId });
    const stream = await storedStream(tx, eventKey, row.caseId);
    if ('damagedAt' in stream) {
      log.error('event.damaged', { streamId: row.caseId, version: stream.damagedAt });
      throw new Refusal(500, 'case.tampered', { version: stream.damagedAt });
    }
    const { caseId, receivedAt } = row;
    const history = (stateOf(stream)?.history ?? []).map(([what, on]) => ({ what, on }));
    return { caseNo, caseCode, caseId, receivedAt, step, history };
  });
}
