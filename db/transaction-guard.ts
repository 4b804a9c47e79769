import { toStoreError } from './store-errors.ts';

type Method = (...values: never[]) => Promise<unknown>;

/** Life of one transaction as its writer sees it. */
export class TransactionGuard {
  readonly #running = new Set<Promise<unknown>>();
  #failure: { error: unknown } | null = null;
  #over = false;

  get over(): boolean {
    return this.#over;
  }

  /** Remembers the first failure. */
  fail(error: unknown): void {
    this.#failure ??= { error };
  }

  /**
   * Ends the writer's life before COMMIT or ROLLBACK. A call still running would land outside of the transaction: it is
   * waited for, and fails it. Throws the first failure, whoever caught it in between.
   */
  async end(): Promise<void> {
    this.#over = true;
    if (this.#running.size > 0) this.fail(new Error('a call of the transaction was not awaited'));
    await Promise.allSettled(this.#running);
    if (this.#failure) throw this.#failure.error;
  }

  /**
   * Every method of `target`, refusing work after a failure or after the end. On a full disk SQLite drops the whole
   * transaction by itself: a statement after that would be kept alone.
   */
  wrap<T extends object>(target: T): T {
    return mapMethods(target, async (call) => {
      if (this.#over) throw new Error('this transaction is over');
      if (this.#failure) throw this.#failure.error;
      const running = call();
      this.#running.add(running);
      try {
        return await running;
      } catch (error) {
        const known = toStoreError(error);
        this.fail(known);
        throw known;
      } finally {
        this.#running.delete(running);
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
