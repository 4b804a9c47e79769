/** One line of work that never holds up another: takes the next piece while fewer than allowed are under way. */
export interface Lane {
  /** Looks for work now. */
  pump(): void;
  /** Nothing more may be begun now. */
  full(): boolean;
  /** Resolves when nothing is under way any more; takes nothing new. */
  stop(): Promise<void>;
}

export interface LaneWork<T> {
  /** How many may be under way now. */
  allowed(): number;
  next(): Promise<T | null>;
  work(piece: T): Promise<void>;
  /** Told when a piece is done, well or not. */
  done(): void;
  failed(error: unknown): void;
}

export function createLane<T>({ allowed, next, work, done, failed }: LaneWork<T>): Lane {
  const running = new Set<Promise<void>>();
  let stopping = false;
  let again = false;
  let looking = false;

  const start = (piece: T): void => {
    const job = work(piece)
      .catch(failed)
      .then(() => {
        running.delete(job);
        done();
        pump();
      });
    running.add(job);
  };

  async function look(): Promise<void> {
    while (!stopping && running.size < allowed()) {
      const piece = await next();
      if (piece === null) return;
      // What was taken while stopping began is worked off: it is claimed.
      start(piece);
    }
  }

  let round: Promise<void> = Promise.resolve();
  function pump(): void {
    if (stopping) return;
    again = looking;
    if (looking) return;
    looking = true;
    round = look()
      .catch(failed)
      .then(() => {
        looking = false;
        if (again) pump();
      });
  }

  return {
    pump,
    full: () => running.size >= allowed(),
    stop: async () => {
      stopping = true;
      await round;
      while (running.size > 0) await Promise.all(running);
    },
  };
}
