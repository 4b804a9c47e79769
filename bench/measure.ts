/** One figure beside its bound, both measured in the same run; `ratio` is figure ÷ bound (smaller is better). */
export interface Figure {
  name: string;
  what: string;
  unit: string;
  value: number;
  boundIs: string;
  bound: number;
  ratio: number;
  runs: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}

/** Times both by turns, so that a slow moment of the machine falls on both; answers the medians in ms. */
export async function byTurns(
  runs: number,
  value: (run: number) => Promise<unknown>,
  bound: (run: number) => Promise<unknown>,
): Promise<{ value: number; bound: number }> {
  const values: number[] = [];
  const bounds: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    values.push(await timed(() => value(run)));
    bounds.push(await timed(() => bound(run)));
  }
  return { value: median(values), bound: median(bounds) };
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

export function figure(
  name: string,
  what: string,
  boundIs: string,
  unit: string,
  measured: { value: number; bound: number },
  runs: number,
): Figure {
  const round = (n: number): number => Number(n.toPrecision(4));
  const { value, bound } = measured;
  return {
    name,
    what,
    unit,
    value: round(value),
    boundIs,
    bound: round(bound),
    ratio: round(value / bound),
    runs,
  };
}
