import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance } from 'fastify';
import { ZodError, type z } from 'zod';
import type { DistrictLog } from './log.ts';
import { Refusal } from './refusal.ts';

/** Where a value failed and how, never the value. */
export function issuesOf(error: z.ZodError): string[] {
  return error.issues
    .slice(0, 10)
    .map((issue) => `${issue.path.map(String).join('.')}:${issue.code}`.slice(0, 120));
}

/** Every error leaves as `{code, data}`; what nobody expected becomes `internal` with an id to find in the log. */
export function answerErrors(app: FastifyInstance, log: DistrictLog): void {
  app.setErrorHandler<FastifyError | Refusal | ZodError>((error, request, reply) => {
    const refusal = asRefusal(error, request.routeOptions.bodyLimit ?? 0);
    if (refusal) return reply.status(refusal.status).send({ code: refusal.code, data: refusal.data });
    const errorId = randomUUID();
    log.error('http.failed', { errorId, route: request.routeOptions.url ?? 'none' }, error);
    return reply.status(500).send({ code: 'internal', data: { errorId } });
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.status(404).send({ code: 'call.unknown', data: { name: '' } }),
  );
}

function asRefusal(error: FastifyError | Refusal | ZodError, maxBytes: number): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof ZodError) return new Refusal(400, 'call.malformed', { issues: issuesOf(error) });
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Refusal(413, 'call.tooLarge', { maxBytes });
  const status = error.statusCode ?? 500;
  return status >= 400 && status < 500 ? new Refusal(status, 'call.malformed', { issues: [] }) : null;
}
