import { hkdfSync } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { DistrictContext } from '../context.ts';
import { loadCheckable, recordOnCase } from './case-door.ts';
import type { MatchingConfig } from './config.ts';
import { startMatching, type MatchingEngine } from './engine.ts';
import { matchingRoutes } from './matching-routes.ts';
import { queueNew } from './queue-new.ts';

/** Commands that may ask for a check arrive here. */
const pushes = '/v1/sync/push';

/**
 * Data matching on a district server: its routes, and the engine from when the server is ready until it closes. Checks are
 * found in the log, so nothing else has to call it.
 */
export function matchingDoor(app: FastifyInstance, context: DistrictContext, config: MatchingConfig): void {
  const { database, now, log, eventKey } = context;
  const key = Buffer.from(hkdfSync('sha256', eventKey, '', 'nuanchuang-district:matching', 32));
  let engine: MatchingEngine | null = null;
  const clock = (): number => Date.now();
  app.addHook('onReady', async () => {
    engine = await startMatching({
      ...{ database, key, config, log, now, clock, random: Math.random },
      findNew: () => queueNew(context, new Date(clock())),
      loadCase: (caseId) => loadCheckable(context, caseId),
      record: recordOnCase(context),
    });
  });
  app.addHook('onResponse', async (request, reply) => {
    if (request.routeOptions.url === pushes && reply.statusCode === 200) engine?.wake();
  });
  app.addHook('onClose', async () => engine?.close());
  matchingRoutes(app, { database, now, engine: () => engine });
}
