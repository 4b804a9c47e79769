import { z } from 'zod';
import { fail, ok, type Failure, type Result } from './result.ts';

export type PersonNameFailure = Failure<'personName.length' | 'personName.characters'>;

const MIN = 2;
const MAX = 50;
const SEPARATORS = /\s*[·•．・‧∙⋅●･᛫]\s*/gu;
const HAN = '[\\p{Unified_Ideograph}〇\\u{F900}-\\u{FAFF}\\u{2F800}-\\u{2FA1F}]';
const DOT_BETWEEN_HAN = new RegExp(`(?<=${HAN})\\.(?=${HAN})`, 'gu');
const SPACE_BESIDE_HAN = new RegExp(`(?<=${HAN}) | (?=${HAN})`, 'gu');
/** Letters of any script cover all Han planes; `'`, `-`, `.` and a space occur in foreign names. */
const ALLOWED = /^[\p{L}\p{M}〇·' .-]$/u;

/**
 * One spelling per name: the dot variants become ·, padding between Chinese characters goes, full-width
 * letters become plain. Ideographs are left alone: Unicode normalisation would replace some of them.
 */
export function normalisePersonName(text: string): string {
  return text
    .replace(/[Ａ-Ｚａ-ｚ]/g, (letter) => letter.normalize('NFKC'))
    .replace(/\s+/gu, ' ')
    .replace(SEPARATORS, '·')
    .replace(DOT_BETWEEN_HAN, '·')
    .replace(SPACE_BESIDE_HAN, '')
    .trim();
}

/** 2–50 code points (䶮, 𬭸 count one each), no digits, no control or invisible characters. */
export function parsePersonName(text: string): Result<PersonName, PersonNameFailure> {
  const name = normalisePersonName(text);
  const points = [...name];
  const wrong = points.filter((point) => !ALLOWED.test(point));
  if (wrong.length > 0) return fail('personName.characters', { characters: [...new Set(wrong)] });
  if (points.length < MIN || points.length > MAX) {
    return fail('personName.length', { length: points.length, min: MIN, max: MAX });
  }
  if (/^[·' .-]|[·' -]$/u.test(name)) return fail('personName.characters', { characters: [] });
  return ok(name);
}

/** A name in its stored spelling. The issue message is the failure code. */
export const PersonName = z.string().superRefine((text, context) => {
  const parsed = parsePersonName(text);
  const code = !parsed.ok ? parsed.failure.code : parsed.value === text ? null : 'personName.characters';
  if (code) context.addIssue({ code: 'custom', message: code });
});
export type PersonName = z.infer<typeof PersonName>;
