/** Runs at most so many pieces of work at a time; the others wait in the order they came. */
export function createLimit(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      // The place goes straight to the next one, so nobody who comes now slips in between.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
