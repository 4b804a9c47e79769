import { z } from 'zod';
import type { CheckReason } from '../../domain/matching/check.ts';
import { CheckFact } from '../../domain/matching/facts.ts';
import { normaliseIdNumber } from '../../domain/values/id-number.ts';
import { Instant } from '../../domain/values/instant.ts';
import { addDays, IsoDate, shanghaiDate } from '../../domain/values/iso-date.ts';
import type { SourceConfig } from './config.ts';
import { dayAt, textAt, valueAt, type FieldMap } from './field-map.ts';
import { mappedFacts } from './mapped-facts.ts';

/** An answer in our own format; docs/matching.md is its contract for departments. */
export const StandardAnswer = z.strictObject({
  answerId: z.string().min(1).max(120),
  /** Of the person asked about, repeated, so that answers cannot be mixed up. */
  idNumber: z.string().max(30),
  answeredAt: Instant.optional(),
  validUntil: IsoDate.optional(),
  facts: z.array(CheckFact).max(200),
});

/** What of an answer goes on. */
export interface ReadAnswer {
  answerId: string;
  at: string;
  validUntil: string;
  facts: CheckFact[];
}
export type Reading =
  { ok: true; value: ReadAnswer } | { ok: false; reason: Extract<CheckReason, 'unreadable' | 'wrongPerson'> };

const unreadable: Reading = { ok: false, reason: 'unreadable' };

/**
 * Reads the text of an answer. One about somebody else than asked is told apart, so that it is never kept; anything that
 * does not fit the contract, or the department's map, is unreadable as a whole: half of an answer would look like all of it.
 */
export function readAnswer(
  text: string,
  askedIdNumber: string,
  { fieldMap, validDays }: Pick<SourceConfig, 'fieldMap' | 'validDays'>,
  receivedAt: string,
): Reading {
  const raw = parseJson(text);
  if (raw === undefined) return unreadable;
  const today = shanghaiDate(receivedAt);
  const plain = fieldMap ? translated(raw, fieldMap, today) : raw;
  // Whose answer it is comes first: what is about somebody else is not looked at any further.
  const about = textAt(plain, 'idNumber');
  if (about !== null && normaliseIdNumber(about) !== normaliseIdNumber(askedIdNumber))
    return { ok: false, reason: 'wrongPerson' };
  const parsed = StandardAnswer.safeParse(plain);
  if (!parsed.success) return unreadable;
  const { answerId, answeredAt, validUntil, facts } = parsed.data;
  const until = validUntil ?? addDays(today, validDays);
  return { ok: true, value: { answerId, at: answeredAt ?? receivedAt, validUntil: until, facts } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}

/** A department's own format in ours; what does not fit comes out as something the schema refuses. */
function translated(raw: unknown, map: FieldMap, today: string): unknown {
  if (map.success && !map.success.equals.includes(String(valueAt(raw, map.success.path)))) return null;
  const facts = mappedFacts(raw, map.facts, today);
  const validUntil = dayAt(raw, map.validUntil);
  const answeredAt = momentOf(textAt(raw, map.answeredAt));
  return {
    answerId: textAt(raw, map.answerId),
    idNumber: textAt(raw, map.idNumber),
    ...(answeredAt ? { answeredAt } : {}),
    ...(validUntil ? { validUntil } : {}),
    facts,
  };
}

/** '2026-03-10 09:00:00' without a zone is Chinese time. */
function momentOf(text: string | null): string | null {
  if (!text) return null;
  const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text.replace(' ', 'T')}+08:00`;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
