import type { z } from 'zod';
import { parseFailure, type FailureCode } from '../../contract/failures.ts';
import { fail, ok, type Result } from '../../domain/values/result.ts';
import type { Answer } from './transport.ts';

/** The value of an answer of 200 that fits the schema; otherwise `refusalOf`. */
export function valueOf<S extends z.ZodType>(
  answer: Answer,
  schema: S,
  passes: readonly FailureCode[],
): Result<z.infer<S>> {
  if (answer.status !== 200) return refusalOf(answer.status, answer.body.toString('utf8'), passes);
  const parsed = schema.safeParse(jsonOf(answer.body.toString('utf8')));
  return parsed.success ? ok(parsed.data) : fail('district.answeredBadly', { status: answer.status });
}

/** A failure the call is known to have, with its data; anything else is `district.answeredBadly {status}`. */
export function refusalOf(status: number, body: string, passes: readonly FailureCode[]): Result<never> {
  const known = status >= 400 ? parseFailure(jsonOf(body)) : null;
  if (known && passes.includes(known.code)) return { ok: false, failure: known };
  return fail('district.answeredBadly', { status });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
