import type { Account } from '../../contract/views.ts';
import type { EventEnvelope } from '../../domain/log/event-envelope.ts';
import type { StoreReader } from '../ports/store.ts';
import { serverNames } from './server-names.ts';

/** Names of everybody this station knows; whoever it does not know shows as nobody. */
export class Names {
  readonly #accounts: ReadonlyMap<string, Account>;

  readonly #servers: ReadonlyMap<string, string>;

  private constructor(accounts: readonly Account[], servers: ReadonlyMap<string, string>) {
    this.#accounts = new Map(accounts.map((account) => [account.id, account]));
    this.#servers = servers;
  }

  /** With the events of a stream also the server and the portal, where they have acted in it. */
  static async of(reader: StoreReader, events: readonly Pick<EventEnvelope, 'actor'>[] = []): Promise<Names> {
    return new Names(await reader.accounts(), serverNames(events));
  }

  name(accountId: string): string {
    return this.#accounts.get(accountId)?.displayName ?? this.#servers.get(accountId) ?? '';
  }

  /** Others of the same office, to hand a case over to. */
  colleagues(own: Account): { accountId: string; name: string }[] {
    return [...this.#accounts.values()]
      .filter(({ id, areaCode, role }) => id !== own.id && areaCode === own.areaCode && role !== 'admin')
      .map(({ id, displayName }) => ({ accountId: id, name: displayName }));
  }
}
