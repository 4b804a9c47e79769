import { toStoreError } from './store-errors.ts';

type Method = (...values: never[]) => Promise<unknown>;

/** Life of one transaction as its writer sees it. */
export class TransactionGuard {
  #failure: { error: unknown } | null = null;
  #over = false;

  /** Remembers the first failure. */
  fail(error: unknown): void {
    this.#failure ??= { error };
  }

  end(): void {
    this.#over = true;
  }

  /** Throws the first failure, whoever caught it in between. */
  check(): void {
    if (this.#failure) throw this.#failure.error;
  }

  /**
   * Every method of `target`, refusing work after a failure or after the end. On a full disk SQLite drops the whole
   * transaction by itself: a statement after that would be kept alone.
   */
  wrap<T extends object>(target: T): T {
    return mapMethods(target, async (call) => {
      if (this.#over) throw new Error('this transaction is over: a call was not awaited');
      this.check();
      try {
        return await call();
      } catch (error) {
        const known = toStoreError(error);
        this.fail(known);
        throw known;
      }
    });
  }
}

/** The reader of the second connection: errors without parameters. */
export const withStoreErrors = <T extends object>(target: T): T =>
  mapMethods(target, async (call) => {
    try {
      return await call();
    } catch (error) {
      throw toStoreError(error);
    }
  });

function mapMethods<T extends object>(
  target: T,
  around: (call: () => Promise<unknown>) => Promise<unknown>,
): T {
  const wrapped = Object.entries(target).map(([name, method]: [string, Method]) => [
    name,
    (...values: never[]) => around(() => method(...values)),
  ]);
  return Object.fromEntries(wrapped) as T;
}
