import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Refusal } from './refusal.ts';

/** Digests are compared, so neither the time nor the length tells how much of a guess was right. */
const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Throws `call.unknown` (404) where no key is set up, `wrong` (401) for another key than the one. */
export function requireSharedKey(
  key: string | null,
  request: FastifyRequest,
  header: string,
  wrong: string,
): void {
  if (key === null) throw new Refusal(404, 'call.unknown', { name: '' });
  const given = request.headers[header];
  const fits = typeof given === 'string' && timingSafeEqual(digestOf(given), digestOf(key));
  if (!fits) throw new Refusal(401, wrong);
}
