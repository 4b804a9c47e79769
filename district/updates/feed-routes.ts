import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../http/refusal.ts';

/** One plain name a segment: no dots in front, so neither `..` nor hidden files. */
const segment = /^[A-Za-z0-9_][A-Za-z0-9._ ()+-]*$/;

/** Serves the signed update feed as it lies in `folder`; without a token, since an update is no secret. */
export function feedRoutes(app: FastifyInstance, folder: string): void {
  app.get<{ Params: { '*': string } }>('/v1/updates/*', async (request, reply) => {
    const segments = request.params['*'].split('/');
    if (!segments.every((part) => segment.test(part))) throw new Refusal(404, 'page.notFound');
    const path = join(folder, ...segments);
    const found = await stat(path).catch(() => null);
    if (!found?.isFile()) throw new Refusal(404, 'page.notFound');
    const type = /\.ya?ml$/.test(path) ? 'text/yaml' : 'application/octet-stream';
    return reply.type(type).header('content-length', found.size).send(createReadStream(path));
  });
}
