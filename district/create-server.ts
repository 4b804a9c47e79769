import { join } from 'node:path';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { accountRoutes } from './accounts/account-routes.ts';
import { abandonOverdue } from './automatic/abandon-overdue.ts';
import { escalateOverdue } from './automatic/escalate-overdue.ts';
import type { DistrictConfig } from './config.ts';
import type { DistrictContext } from './context.ts';
import type { Database } from './db/database.ts';
import { fileRoutes } from './files/file-routes.ts';
import { createUploadServer, type UploadServer } from './files/upload-server.ts';
import { calendarRoutes } from './calendar/calendar-routes.ts';
import { pickUpRoutes } from './portal/pick-up-routes.ts';
import { portalRoutes } from './portal/portal-routes.ts';
import { monitoringRoutes } from './monitoring/monitoring-routes.ts';
import { matchingDoor } from './matching/matching-door.ts';
import { openApiRoutes } from './http/openapi-routes.ts';
import { answerErrors } from './http/answer-errors.ts';
import type { MasterKey } from './secrets/master-key.ts';
import { openContext, type ContextParts } from './open-context.ts';
import { syncRoutes } from './sync/sync-routes.ts';
import { feedRoutes } from './updates/feed-routes.ts';

export interface DistrictServer {
  /** `http://127.0.0.1:8450`, without a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/** Opens the data, listens, and resolves when requests are answered. Throws when the data cannot be opened. */
export async function createDistrictServer(
  given: Partial<DistrictConfig> & { dataDir: string },
  parts: ContextParts = {},
): Promise<DistrictServer> {
  const { context, master } = await openContext(given, parts);
  try {
    return await listen(context, master);
  } catch (error) {
    await context.database.close();
    throw error;
  }
}

async function listen(context: DistrictContext, master: MasterKey): Promise<DistrictServer> {
  const { config, database, log } = context;
  const uploads = await createUploadServer(context, master.derive('staging'));
  const sweeping = setInterval(() => {
    uploads.sweep().catch((error: unknown) => log.error('file.sweepFailed', {}, error));
  }, SWEEP_MS).unref();
  const actByTheClock = (): void => {
    abandonOverdue(context).catch((error: unknown) => log.error('abandon.failed', {}, error));
    escalateOverdue(context).catch((error: unknown) => log.error('escalate.failed', {}, error));
  };
  // Once at the start, for a server that was off when a limit passed.
  actByTheClock();
  const acting = setInterval(actByTheClock, SWEEP_MS).unref();
  const app = createApp(config);
  app.addHook('onClose', async () => {
    clearInterval(sweeping);
    clearInterval(acting);
  });
  // JSON only: a web page can send plain text to us without being asked, JSON it cannot.
  app.removeContentTypeParser('text/plain');
  answerErrors(app, log);
  app.addHook('onResponse', async (request, reply) => {
    log.info('http.answered', { route: request.routeOptions.url ?? 'none', status: reply.statusCode });
  });
  registerRoutes(app, context, uploads);
  const url = await app.listen({ port: config.port, host: config.host });
  return { url, close: () => closeAll(app, database) };
}

/** Every route of the server; each of them is in the document of `http/openapi.ts` too. */
export function registerRoutes(app: FastifyInstance, context: DistrictContext, uploads: UploadServer): void {
  accountRoutes(app, context);
  syncRoutes(app, context);
  fileRoutes(app, context, uploads);
  feedRoutes(app, join(context.config.dataDir, 'updates'));
  calendarRoutes(app, context);
  portalRoutes(app, context);
  pickUpRoutes(app, context);
  monitoringRoutes(app, context);
  matchingDoor(app, context, context.config.matching);
  openApiRoutes(app);
}

function createApp(config: DistrictConfig): FastifyInstance {
  const options = {
    logger: false,
    bodyLimit: 64 * 1024,
    // A socket nobody writes to: uploads on slow lines keep writing.
    connectionTimeout: 120_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  } satisfies FastifyServerOptions;
  if (!config.tls) return Fastify(options);
  return Fastify({
    ...options,
    https: { ...config.tls, minVersion: 'TLSv1.2' },
  }) as unknown as FastifyInstance;
}

const SWEEP_MS = 3_600_000;
/** Requests under way get a moment to end; what was acknowledged is on disk already. */
const GRACE_MS = 3000;

async function closeAll(app: FastifyInstance, database: Database): Promise<void> {
  const grace = setTimeout(() => app.server.closeAllConnections(), GRACE_MS);
  await app.close();
  clearTimeout(grace);
  await database.close();
}
