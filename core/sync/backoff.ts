const firstMs = 2_000;
const mostMs = 300_000;

/** When to try again after `attempts` failed tries: doubling to five minutes, ±50 % so that stations do not come back at once. */
export function notBefore(now: Date, attempts: number, randomByte: number): string {
  const base = Math.min(mostMs, firstMs * 2 ** Math.max(0, attempts - 1));
  return new Date(now.getTime() + base * (0.5 + randomByte / 255)).toISOString();
}
