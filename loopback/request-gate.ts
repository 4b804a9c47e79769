import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Compares two secrets without telling by time how far they agree. */
export function sameSecret(a: string | undefined, b: string | null): boolean {
  if (!a || !b) return false;
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

export interface GateOptions {
  /** `127.0.0.1:PORT` as the browser sends it. */
  host: string;
  origin: string;
}

/**
 * Refuses whatever did not come from our own page: a foreign Host (421, DNS rebinding), a foreign Origin or a cross-site
 * fetch (403). Returns 0 when the request may go on.
 */
export function gateRequest(request: IncomingMessage, { host, origin }: GateOptions): 0 | 403 | 421 {
  if (request.headers.host !== host) return 421;
  const from = request.headers.origin;
  const needsOrigin = request.method !== 'GET' || request.headers.upgrade !== undefined;
  if (needsOrigin ? from !== origin : from !== undefined && from !== origin) return 403;
  const site = request.headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin') return 0;
  const typedAddress = site === 'none' && request.headers['sec-fetch-mode'] === 'navigate';
  return typedAddress ? 0 : 403;
}

/** Reads one cookie by name. */
export function cookieOf(request: IncomingMessage, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=');
    if (key === name) return value;
  }
  return undefined;
}
