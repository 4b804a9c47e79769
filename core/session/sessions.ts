import type { Account } from '../../contract/views.ts';

/** A login, bound to one window or browser session. */
export interface Session {
  account: Account;
  /** The password was checked by the district, not by this station's own verifier. */
  online: boolean;
  since: string;
}

/** Logins live in memory only: a restart of the core logs everybody out. */
export class Sessions {
  readonly #byClient = new Map<string, Session>();

  of(clientId: string): Session | null {
    return this.#byClient.get(clientId) ?? null;
  }

  begin(clientId: string, session: Session): void {
    this.#byClient.set(clientId, session);
  }

  end(clientId: string): void {
    this.#byClient.delete(clientId);
  }
}
