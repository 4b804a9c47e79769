/** Where a generated sequence takes its choices from: a seed, or numbers that a test library shrinks. */
export interface Choices {
  /** 0 … n − 1. */
  below(n: number): number;
}

/** mulberry32: small, fast and the same everywhere, so that a seed is a proof others can repeat. */
export function seeded(seed: number): Choices {
  let a = seed >>> 0;
  return {
    below: (n) => {
      a = (a + 0x6d2b79f5) >>> 0;
      let t = a;
      t = Math.imul(t ^ (t >>> 15), t | 1);
      t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
      return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * n);
    },
  };
}

/** From given numbers, again and again: what a property test shrinks. */
export function given(numbers: readonly number[]): Choices {
  let at = 0;
  return {
    below: (n) => {
      const number = numbers[at % Math.max(numbers.length, 1)] ?? 0;
      at += 1;
      return (number + Math.floor(at / Math.max(numbers.length, 1))) % n;
    },
  };
}

export const chance = (choices: Choices, percent: number): boolean => choices.below(100) < percent;

export function pick<T>(choices: Choices, list: readonly T[]): T {
  const found = list[choices.below(list.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}
