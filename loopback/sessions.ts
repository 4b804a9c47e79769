import { randomBytes } from 'node:crypto';
import { sameSecret } from './request-gate.ts';

/**
 * One-time codes turn into one browser session each. A session id is the core's `clientId`: whoever logs in there stays
 * bound to this browser, also over a reload.
 */
export class Sessions {
  readonly cookieName = `nc_${randomBytes(6).toString('hex')}`;
  readonly #codes = new Map<string, number>();
  readonly #ids = new Set<string>();
  readonly #lifetimeMs: number;
  readonly #now: () => number;

  constructor(lifetimeMs = 10 * 60_000, now: () => number = Date.now) {
    this.#lifetimeMs = lifetimeMs;
    this.#now = now;
  }

  /** A fresh code, good once and for ten minutes. */
  issueCode(): string {
    const code = randomBytes(32).toString('base64url');
    this.#codes.set(code, this.#now() + this.#lifetimeMs);
    return code;
  }

  /** The new session's id, or null when the code is unknown, used or too old. */
  redeem(code: string): string | null {
    for (const [known, until] of this.#codes) {
      if (!sameSecret(code, known)) continue;
      this.#codes.delete(known);
      if (until < this.#now()) return null;
      const id = randomBytes(32).toString('base64url');
      this.#ids.add(id);
      return id;
    }
    return null;
  }

  /** The session a cookie stands for, or null. */
  find(cookie: string | undefined): string | null {
    for (const id of this.#ids) if (sameSecret(cookie, id)) return id;
    return null;
  }
}
