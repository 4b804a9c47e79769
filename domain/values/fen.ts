import { z } from 'zod';
import { fail, ok, type Failure, type Result } from './result.ts';

/** Money: a whole number of 分, never negative, exact in a double. */
export const Fen = z.int({ error: 'money.notANumber' }).min(0, { error: 'money.negative' });
export type Fen = z.infer<typeof Fen>;

export type MoneyFailure = Failure<
  'money.negative' | 'money.fraction' | 'money.notANumber' | 'money.tooLarge'
>;

/**
 * Reads an amount in 元 as people type it: '1200', '1,200.00', '１２００', '¥1200', '1200元' → 分.
 * Grouping must be in threes; '1,20' is refused because it may mean 1.20.
 */
export function parseFen(text: string): Result<Fen, MoneyFailure> {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^¥/, '')
    .replace(/元$/, '')
    .replace(/^[−‐–]/, '-');
  const parts = /^(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(plain);
  if (!parts) return fail('money.notANumber');
  const [, sign, whole = '', decimals = ''] = parts;
  if (sign) return fail('money.negative');
  if (decimals.length > 2) return fail('money.fraction', { decimals: decimals.length });
  const fen = Number(whole.replaceAll(',', '') + decimals.padEnd(2, '0'));
  return Number.isSafeInteger(fen) ? ok(fen) : fail('money.tooLarge');
}

/** 分 → '1,200.00' in 元, without the unit (for tables and inputs). Keeps a minus of differences. */
export function formatYuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`;
}

/** 分 → '1,200.00 元' for sentences. */
export function formatYuanWithUnit(fen: number): string {
  return `${formatYuan(fen)} 元`;
}
