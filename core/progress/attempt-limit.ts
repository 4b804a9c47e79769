/** Counts misses per key within a window of time, so that codes cannot be tried out by the thousand. */
export class AttemptLimit {
  readonly #misses = new Map<string, number[]>();
  readonly #most: number;
  readonly #windowMs: number;

  constructor(most: number, windowMs: number) {
    this.#most = most;
    this.#windowMs = windowMs;
  }

  exceeded(key: string, nowMs: number): boolean {
    return this.#recent(key, nowMs).length >= this.#most;
  }

  miss(key: string, nowMs: number): void {
    // Keys come from callers; the map must not grow with them for ever.
    if (this.#misses.size > 1000) this.#misses.clear();
    this.#misses.set(key, [...this.#recent(key, nowMs), nowMs]);
  }

  #recent(key: string, nowMs: number): number[] {
    return (this.#misses.get(key) ?? []).filter((at) => at > nowMs - this.#windowMs);
  }
}
