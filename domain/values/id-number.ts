import { z } from 'zod';
import { ageOn, isIsoDate, type IsoDate } from './iso-date.ts';
import { fail, ok, type Failure, type Result } from './result.ts';

export const Sex = z.enum(['male', 'female']);
export type Sex = z.infer<typeof Sex>;

/** Which document carries an 18-digit number: resident card, residence permit of 港澳台, other (9: permanent residence of foreigners). */
export const IdKind = z.enum(['residentId', 'hkMoTwPermit', 'other']);
export type IdKind = z.infer<typeof IdKind>;

export type IdNumberFailure = Failure<
  | 'idNumber.length'
  | 'idNumber.characters'
  | 'idNumber.checkDigit'
  | 'idNumber.birthDate'
  | 'idNumber.sexMismatch'
  | 'idNumber.birthMismatch'
>;
export type IdFacts = { birth: IsoDate; sex: Sex; age: number; kind: IdKind };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';
const EARLIEST_BIRTH = '1900-01-01';

/** The 18th character for the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function idCheckDigit(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return CHECK_DIGITS.charAt(sum % 11);
}

/** Full-width digits, spaces and a small x are typing habits, not errors. */
export function normaliseIdNumber(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

/**
 * Reads a typed or read 18-digit number (GB 11643-1999). The region is not looked up: codes of dissolved
 * regions (5102xx, Chongqing before 1997) and 81/82/83 (港澳台 residence permits) are valid for life.
 */
export function parseIdNumber(text: string): Result<IdNumber, IdNumberFailure> {
  const id = normaliseIdNumber(text);
  const length = [...id].length;
  if (length !== 18) return fail('idNumber.length', { length });
  if (!/^[1-9]\d{16}[\dX]$/.test(id)) return fail('idNumber.characters');
  const birth = birthOf(id);
  if (!isIsoDate(birth) || birth < EARLIEST_BIRTH) return fail('idNumber.birthDate');
  if (idCheckDigit(id.slice(0, 17)) !== id[17]) return fail('idNumber.checkDigit');
  return ok(id);
}

/** A checked number in its stored form: 17 digits and a digit or capital X. The issue message is the failure code. */
export const IdNumber = z.string().superRefine((text, context) => {
  const parsed = parseIdNumber(text);
  const code = !parsed.ok ? parsed.failure.code : parsed.value === text ? null : 'idNumber.characters';
  if (code) context.addIssue({ code: 'custom', message: code });
});
export type IdNumber = z.infer<typeof IdNumber>;

/** What the number itself says on `today`; a birth after today is `idNumber.birthDate`. */
export function idFacts(id: string, today: IsoDate): Result<IdFacts, IdNumberFailure> {
  const parsed = parseIdNumber(id);
  if (!parsed.ok) return parsed;
  const birth = birthOf(parsed.value);
  if (birth > today) return fail('idNumber.birthDate', { reason: 'future' });
  const sex = Number(parsed.value[16]) % 2 === 1 ? 'male' : 'female';
  return ok({ birth, sex, age: ageOn(birth, today), kind: kindOf(parsed.value) });
}

/** Compares the number with sex and birth stated elsewhere on the form or the card (domain: they must agree). */
export function checkIdAgainst(
  id: string,
  stated: { sex?: Sex | undefined; birth?: IsoDate | undefined },
  today: IsoDate,
): Result<IdFacts, IdNumberFailure> {
  const facts = idFacts(id, today);
  if (!facts.ok) return facts;
  if (stated.birth !== undefined && stated.birth !== facts.value.birth) return fail('idNumber.birthMismatch');
  if (stated.sex !== undefined && stated.sex !== facts.value.sex) return fail('idNumber.sexMismatch');
  return facts;
}

function birthOf(id: string): string {
  return `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
}

function kindOf(id: string): IdKind {
  if (/^8[123]/.test(id)) return 'hkMoTwPermit';
  return id.startsWith('9') ? 'other' : 'residentId';
}
