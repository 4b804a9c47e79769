import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { DistrictConfig } from '../config.ts';
import { Refusal } from '../http/refusal.ts';

export const portalKeyHeader = 'x-portal-key';

/** Digests are compared, so neither the time nor the length tells how much of a guess was right. */
const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Throws `call.unknown` (404) where no portal is set up, `portal.wrongKey` (401) for another key. */
export function requirePortalKey({ portalKey }: DistrictConfig, request: FastifyRequest): void {
  if (portalKey === null) throw new Refusal(404, 'call.unknown', { name: '' });
  const given = request.headers[portalKeyHeader];
  const fits = typeof given === 'string' && timingSafeEqual(digestOf(given), digestOf(portalKey));
  if (!fits) throw new Refusal(401, 'portal.wrongKey');
}
