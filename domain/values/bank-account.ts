import { z } from 'zod';
import { fail, ok, type Failure, type Result } from './result.ts';

/** Digits only. Cards have 16–19, passbooks of rural banks as few as 8 and as many as 30. */
export const BankAccount = z.string().regex(/^\d{8,30}$/, { error: 'bankAccount.format' });
export type BankAccount = z.infer<typeof BankAccount>;

export type BankAccountFailure = Failure<'bankAccount.format'>;
export type BankAccountWarning = 'bankAccount.checkDigit';

/** The Luhn check is a warning only: passbook numbers do not follow it. */
export function parseBankAccount(
  text: string,
): Result<{ number: BankAccount; warnings: BankAccountWarning[] }, BankAccountFailure> {
  const number = text.normalize('NFKC').replace(/[\s-]/g, '');
  if (!BankAccount.safeParse(number).success) return fail('bankAccount.format', { length: number.length });
  return ok({ number, warnings: passesLuhn(number) ? [] : ['bankAccount.checkDigit'] });
}

/** ISO/IEC 7812-1 annex B. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
