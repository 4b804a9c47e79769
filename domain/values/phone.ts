import { z } from 'zod';
import { fail, ok, type Failure, type Result } from './result.ts';

export type PhoneFailure = Failure<'phone.characters' | 'phone.format'>;

const MOBILE = /^1[3-9]\d{9}$/;
/** Area codes: 010 and 02x have three digits, all others four; local numbers seven or eight. */
const LANDLINE = /^(0(?:10|2\d|[3-9]\d{2}))([2-9]\d{6,7})$/;

/** '138 0000 0000', '+86-13800000000', '（023）68000000' → '13800000000', '023-68000000'. */
export function parsePhone(text: string): Result<string, PhoneFailure> {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s()‐–-]/g, '')
    .replace(/^(\+|00)86/, '');
  if (!/^\d+$/.test(plain)) return fail('phone.characters');
  if (MOBILE.test(plain)) return ok(plain);
  const landline = LANDLINE.exec(plain);
  return landline ? ok(`${landline[1]}-${landline[2]}`) : fail('phone.format', { length: plain.length });
}

/** A mainland mobile number or 'area-number' in its stored form. */
export const Phone = z.string().refine(
  (text) => {
    const parsed = parsePhone(text);
    return parsed.ok && parsed.value === text;
  },
  { error: 'phone.format' },
);
export type Phone = z.infer<typeof Phone>;
