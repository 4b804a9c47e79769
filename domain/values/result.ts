/** Why something expected did not work: a stable `noun.reason` code and JSON-safe data for the message. */
export type Failure<C extends string = string> = { code: C; data?: Record<string, unknown> };

/** The outcome of a rule: a value, or one typed failure. Expected failures are never thrown. */
export type Result<T, F extends Failure = Failure> = { ok: true; value: T } | { ok: false; failure: F };

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** `fail('money.negative', { text })`; data is left out, not undefined, when there is none. */
export function fail<C extends string>(
  code: C,
  data?: Record<string, unknown>,
): { ok: false; failure: Failure<C> } {
  return { ok: false, failure: data === undefined ? { code } : { code, data } };
}
