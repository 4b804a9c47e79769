import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 144 bits nobody can guess. */
export const newTicket = (): string => randomBytes(18).toString('base64url');

/** The secret of one ticket, never stored: it follows from the district's key. */
export const ticketSecret = (key: Buffer, ticket: string): string =>
  createHmac('sha256', key).update(`matching-ticket:${ticket}`).digest('hex');

/** What a department puts into `x-matching-signature`: HMAC-SHA256 over '<ticket>.<body>', hex. */
export const signatureOf = (secret: string, ticket: string, body: Uint8Array): string =>
  createHmac('sha256', secret).update(`${ticket}.`).update(body).digest('hex');

export function signatureHolds(key: Buffer, ticket: string, body: Uint8Array, given: string): boolean {
  const expected = Buffer.from(signatureOf(ticketSecret(key, ticket), ticket, body));
  const stated = Buffer.from(given.trim().toLowerCase());
  return stated.length === expected.length && timingSafeEqual(stated, expected);
}
