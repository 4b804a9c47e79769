import type { FastifyInstance } from 'fastify';
import { openApiDocument } from './openapi.ts';

/** The document is the same as long as the program is; it is made when it is first asked for. */
export function openApiRoutes(app: FastifyInstance): void {
  let text: string | null = null;
  app.get('/v1/openapi.json', async (_request, reply) => {
    text ??= JSON.stringify(openApiDocument());
    return reply.type('application/json; charset=utf-8').send(text);
  });
}
