import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { PullReply, PushReply, PushRequest } from '../../contract/sync/push.ts';
import { callerOf } from '../accounts/tokens.ts';
import type { DistrictContext } from '../context.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';

/** A full batch with every member's strokes. */
const PUSH_BODY = 32 * 1024 * 1024;
export const PullQuery = z.strictObject({
  after: z.coerce.number().int().min(0).max(2_147_483_647).default(0),
  confidential: z
    .literal('1')
    .optional()
    .transform((value) => value === '1'),
});

export function syncRoutes(app: FastifyInstance, context: DistrictContext): void {
  const { database, now } = context;

  app.post('/v1/sync/push', { bodyLimit: PUSH_BODY }, async (request) => {
    const caller = await callerOf(database, request.headers.authorization, now());
    return PushReply.parse(await push(context, caller, PushRequest.parse(request.body)));
  });

  app.get('/v1/sync/pull', async (request) => {
    const caller = await callerOf(database, request.headers.authorization, now());
    return PullReply.parse(await pull(context, caller, PullQuery.parse(request.query)));
  });
}
