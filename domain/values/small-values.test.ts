import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBankAccount } from './bank-account.ts';
import { Instant } from './instant.ts';
import { parsePhone, Phone } from './phone.ts';
import { makeUuid, Uuid } from './uuid.ts';

describe('phone', () => {
  it.each([
    ['138 0000 0000', '13800000000'],
    ['+86-138-0000-0000', '13800000000'],
    ['１３８００００００００', '13800000000'],
    ['（023）68000000', '023-68000000'],
    ['0816 2200000', '0816-2200000'],
  ])('reads %s', (text, phone) => {
    expect(parsePhone(text)).toEqual({ ok: true, value: phone });
    expect(Phone.safeParse(phone).success).toBe(true);
  });

  it.each([
    ['1380000000', 'phone.format'],
    ['12800000000', 'phone.format'],
    ['68000000', 'phone.format'],
    ['138000000ab', 'phone.characters'],
    ['', 'phone.characters'],
  ])('refuses %s as %s', (text, code) => {
    expect(parsePhone(text)).toMatchObject({ ok: false, failure: { code } });
  });
});

describe('bank account', () => {
  it('warns of a failing check digit and never refuses for it', () => {
    expect(parseBankAccount('4111 1111 1111 1111')).toEqual({
      ok: true,
      value: { number: '4111111111111111', warnings: [] },
    });
    expect(parseBankAccount('4111111111111112')).toMatchObject({
      value: { warnings: ['bankAccount.checkDigit'] },
    });
    expect(parseBankAccount('1234')).toMatchObject({ failure: { code: 'bankAccount.format' } });
    expect(parseBankAccount('4111x11111111111')).toMatchObject({ failure: { code: 'bankAccount.format' } });
  });
});

describe('uuid', () => {
  const bytes = fc.uint8Array({ minLength: 10, maxLength: 16 });

  it('is version 7 and sorts by time', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 48 - 2 }), bytes, bytes, (ms, a, b) => {
        const earlier = makeUuid(ms, a);
        expect(Uuid.safeParse(earlier).success).toBe(true);
        expect(earlier < makeUuid(ms + 1, b)).toBe(true);
      }),
    );
  });

  it('carries its bytes as RFC 9562 lays them out', () => {
    expect(
      makeUuid(0x017f22e279b0, Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])),
    ).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
    expect(() => makeUuid(1, new Uint8Array(9))).toThrow('random');
    expect(() => makeUuid(-1, new Uint8Array(10))).toThrow('milliseconds');
    expect(Uuid.safeParse('017F22E2-79B0-7CC3-98C4-DC0C0C07398F').success).toBe(false);
  });
});

describe('instant', () => {
  it('is UTC with milliseconds', () => {
    expect(Instant.safeParse(new Date(0).toISOString()).success).toBe(true);
    for (const text of [
      '2026-03-10',
      '2026-03-10T01:02:03Z',
      '2026-03-10T01:02:03.004+08:00',
      '2026-02-30T01:02:03.004Z',
    ]) {
      expect(Instant.safeParse(text).success).toBe(false);
    }
  });
});
