import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fen, formatYuan, formatYuanWithUnit, parseFen } from './fen.ts';
import { ok } from './result.ts';

const code = (text: string) => {
  const parsed = parseFen(text);
  return parsed.ok ? parsed.value : parsed.failure.code;
};

describe('parseFen', () => {
  it.each([
    ['1200', 120_000],
    ['1,200.00', 120_000],
    ['１２００', 120_000],
    ['１，２００．５', 120_050],
    [' ¥1200元 ', 120_000],
    ['￥0.01', 1],
    ['0', 0],
    ['1,234,567.89', 123_456_789],
  ])('reads %s', (text, fen) => {
    expect(code(text)).toBe(fen);
  });

  it.each([
    ['-5', 'money.negative'],
    ['－5', 'money.negative'],
    ['−0.01', 'money.negative'],
    ['0.005', 'money.fraction'],
    ['12.000', 'money.fraction'],
    ['', 'money.notANumber'],
    ['1,20', 'money.notANumber'],
    ['1,2000', 'money.notANumber'],
    ['1e3', 'money.notANumber'],
    ['一千二', 'money.notANumber'],
    ['12.', 'money.notANumber'],
    ['1.2.3', 'money.notANumber'],
    ['NaN', 'money.notANumber'],
    ['90071992547409.93', 'money.tooLarge'],
  ])('refuses %s as %s', (text, failure) => {
    expect(code(text)).toBe(failure);
  });

  it('reads back every amount it writes', () => {
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (fen) => {
        expect(parseFen(formatYuan(fen))).toEqual(ok(fen));
        expect(parseFen(formatYuanWithUnit(fen))).toEqual(ok(fen));
      }),
    );
  });

  it('never yields anything but whole, non-negative 分', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.double().map(String), fc.stringMatching(/^[-\d.,]{0,12}$/)),
        (text) => {
          const parsed = parseFen(text);
          if (parsed.ok) expect(Fen.safeParse(parsed.value).success).toBe(true);
        },
      ),
    );
  });
});

describe('Fen', () => {
  it.each([-1, 0.5, Number.NaN, 2 ** 53, '5', null])('refuses %s', (value) => {
    expect(Fen.safeParse(value).success).toBe(false);
  });

  it('is written with grouping and two decimals', () => {
    expect(formatYuan(7)).toBe('0.07');
    expect(formatYuan(100_000_000)).toBe('1,000,000.00');
    expect(formatYuan(-120_050)).toBe('-1,200.50');
    expect(formatYuanWithUnit(90_000)).toBe('900.00 元');
  });
});
