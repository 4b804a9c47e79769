import { AsyncLocalStorage } from 'node:async_hooks';

interface Pass<S> {
  scope: S;
  open: boolean;
}

/**
 * One writer at a time, first come first served. TypeORM runs everything on SQLite through one shared connection, so
 * an insert that slips between another's BEGIN and ROLLBACK is acknowledged and then gone.
 */
export class WriteGate<S> {
  readonly #passes = new AsyncLocalStorage<Pass<S>>();
  #tail: Promise<unknown> = Promise.resolve();

  /**
   * What the caller's own write carries, or null outside a write. Work that was started inside a write but goes on
   * after its end is outside: it has to queue again.
   */
  current(): S | null {
    const pass = this.#passes.getStore();
    return pass?.open ? pass.scope : null;
  }

  /** Waits for every write before it, then runs alone. */
  enter<T>(scope: S, work: (scope: S) => Promise<T>): Promise<T> {
    const pass: Pass<S> = { scope, open: true };
    const turn = this.#tail.then(() =>
      this.#passes.run(pass, async () => {
        try {
          return await work(scope);
        } finally {
          pass.open = false;
        }
      }),
    );
    this.#tail = turn.catch(() => undefined);
    return turn;
  }

  /** Joins the caller's own write, else enters. */
  run<T>(scope: S, work: (scope: S) => Promise<T>): Promise<T> {
    const outer = this.current();
    return outer === null ? this.enter(scope, work) : work(outer);
  }

  /** Resolves when every write queued so far has ended. */
  async drained(): Promise<void> {
    await this.#tail;
  }
}
