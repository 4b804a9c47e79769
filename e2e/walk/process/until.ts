import { setTimeout as pause } from 'node:timers/promises';

const patienceMs = 60_000;

/** Waits until `look` gives something; what it waits for is named when it never comes. */
export async function until<T>(what: string, look: () => Promise<T | null>): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (seen !== null) return seen;
    if (performance.now() > deadline) throw new Error(`waited in vain: ${what}`);
    await pause(25);
  }
}
