/** Keeps quiet towards a source that is down: after so many failures in a row a pause, then one try. */
export interface Circuit {
  failures: number;
  /** Clock's ms; asks again from then on. */
  pausedUntil: number | null;
}

export const closedCircuit: Circuit = { failures: 0, pausedUntil: null };

export function afterFailure(
  { failures }: Circuit,
  { breakAfter, pauseMs }: { breakAfter: number; pauseMs: number },
  now: number,
): Circuit {
  const more = failures + 1;
  return { failures: more, pausedUntil: more >= breakAfter ? now + pauseMs : null };
}

/** How many may be under way at `now`: none in a pause, one while it is being tried, else all. */
export function allowed({ pausedUntil }: Circuit, parallel: number, now: number): number {
  if (pausedUntil === null) return parallel;
  return now < pausedUntil ? 0 : 1;
}

const MOST_MS = 600_000;

/** Doubles from `firstMs` to ten minutes, ±50 % so that many do not come back at once; `random` is 0…1. */
export const backoffMs = (firstMs: number, attempts: number, random: number): number =>
  Math.round(Math.min(MOST_MS, firstMs * 2 ** Math.max(0, attempts - 1)) * (0.5 + random));
