import type { Account } from '../../contract/views.ts';
import type { StoreReader } from '../ports/store.ts';

/** Names of everybody this station knows; whoever it does not know shows as nobody. */
export class Names {
  readonly #accounts: ReadonlyMap<string, Account>;

  private constructor(accounts: readonly Account[]) {
    this.#accounts = new Map(accounts.map((account) => [account.id, account]));
  }

  static async of(reader: StoreReader): Promise<Names> {
    return new Names(await reader.accounts());
  }

  name(accountId: string): string {
    return this.#accounts.get(accountId)?.displayName ?? '';
  }

  /** Others of the same office, to hand a case over to. */
  colleagues(own: Account): { accountId: string; name: string }[] {
    return [...this.#accounts.values()]
      .filter(({ id, areaCode, role }) => id !== own.id && areaCode === own.areaCode && role !== 'admin')
      .map(({ id, displayName }) => ({ accountId: id, name: displayName }));
  }
}
