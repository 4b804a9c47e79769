import { AsyncLocalStorage } from 'node:async_hooks';

/** Runs one piece of work at a time, in the order asked; nested calls join the outer one. */
export type WriteGate = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * All work on SQLite shares one connection: without the gate a rollback of one transaction takes an acknowledged
 * row of another with it, and readers see rows that are not committed.
 */
export function createWriteGate(): WriteGate {
  const inside = new AsyncLocalStorage<true>();
  let tail: Promise<unknown> = Promise.resolve();
  return (work) => {
    if (inside.getStore()) return work();
    const turn = tail.then(() => inside.run(true, work));
    tail = turn.catch(() => undefined);
    return turn;
  };
}
