import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIdAgainst, idCheckDigit, idFacts, IdNumber, parseIdNumber } from './id-number.ts';
import { addDays } from './iso-date.ts';
import { ok } from './result.ts';

const TODAY = '2026-03-10';
const withCheck = (first17: string) => first17 + idCheckDigit(first17);
const code = (text: string) => {
  const parsed = parseIdNumber(text);
  return parsed.ok ? 'ok' : parsed.failure.code;
};

describe('parseIdNumber', () => {
  it('accepts the example of GB 11643-1999', () => {
    expect(code('11010519491231002X')).toBe('ok');
    expect(code('440524188001010014')).toBe('idNumber.birthDate');
  });

  it('accepts residence permits of 港澳台 and codes of dissolved regions', () => {
    for (const [prefix, kind] of [
      ['810000', 'hkMoTwPermit'],
      ['820000', 'hkMoTwPermit'],
      ['830000', 'hkMoTwPermit'],
      ['510212', 'residentId'],
      ['500107', 'residentId'],
    ] as const) {
      const facts = idFacts(withCheck(`${prefix}19600229001`), TODAY);
      expect(facts).toEqual(ok({ birth: '1960-02-29', sex: 'male', age: 66, kind }));
    }
  });

  it('takes a small x, spaces and full-width digits for what they mean', () => {
    expect(parseIdNumber(' 110105 19491231 002x ')).toEqual(ok('11010519491231002X'));
    expect(parseIdNumber('１１０１０５１９４９１２３１００２Ｘ')).toEqual(ok('11010519491231002X'));
  });

  it.each([
    ['110105491231002', 'idNumber.length'],
    ['', 'idNumber.length'],
    ['11010519491231002O', 'idNumber.characters'],
    ['1101051949123100XX', 'idNumber.characters'],
    ['010105194912310026', 'idNumber.characters'],
    ['110105194912310021', 'idNumber.checkDigit'],
    [withCheck('50010719900230123'), 'idNumber.birthDate'],
    [withCheck('50010719901301123'), 'idNumber.birthDate'],
    [withCheck('50010718991231123'), 'idNumber.birthDate'],
  ])('refuses %s as %s', (text, failure) => {
    expect(code(text)).toBe(failure);
  });

  it('stores only the normal form', () => {
    expect(IdNumber.safeParse('11010519491231002X').success).toBe(true);
    expect(IdNumber.safeParse('11010519491231002x').success).toBe(false);
    expect(IdNumber.safeParse('110105194912310021').error?.issues[0]?.message).toBe('idNumber.checkDigit');
  });
});

describe('idFacts', () => {
  it('refuses a birth after today, accepts one today', () => {
    const id = withCheck('50010720260310002');
    expect(idFacts(id, TODAY)).toEqual(ok({ birth: TODAY, sex: 'female', age: 0, kind: 'residentId' }));
    expect(idFacts(id, '2026-03-09')).toMatchObject({ ok: false, failure: { code: 'idNumber.birthDate' } });
  });

  it('compares sex and birth with what is stated', () => {
    const id = '11010519491231002X';
    expect(checkIdAgainst(id, { sex: 'female', birth: '1949-12-31' }, TODAY).ok).toBe(true);
    expect(checkIdAgainst(id, { sex: 'male' }, TODAY)).toMatchObject({
      failure: { code: 'idNumber.sexMismatch' },
    });
    expect(checkIdAgainst(id, { birth: '1949-12-30' }, TODAY)).toMatchObject({
      failure: { code: 'idNumber.birthMismatch' },
    });
  });
});

const anyId = fc
  .tuple(
    fc.integer({ min: 110000, max: 659999 }),
    fc.integer({ min: 0, max: 45_000 }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([region, days, serial]) =>
    withCheck(
      `${region}${addDays('1900-01-01', days).replaceAll('-', '')}${String(serial).padStart(3, '0')}`,
    ),
  );

describe('every id number', () => {
  it('is accepted as made and refused with any one digit changed', () => {
    fc.assert(
      fc.property(
        anyId,
        fc.integer({ min: 0, max: 17 }),
        fc.integer({ min: 1, max: 9 }),
        (id, place, shift) => {
          expect(parseIdNumber(id)).toEqual(ok(id));
          const old = id[place] === 'X' ? 10 : Number(id[place]);
          const changed = id.slice(0, place) + String((old + shift) % 10) + id.slice(place + 1);
          if (changed !== id) expect(parseIdNumber(changed).ok).toBe(false);
        },
      ),
    );
  });

  it('is refused with two different neighbours swapped', () => {
    fc.assert(
      fc.property(anyId, fc.integer({ min: 0, max: 15 }), (id, place) => {
        const [a, b] = [id.charAt(place), id.charAt(place + 1)];
        fc.pre(a !== b);
        expect(parseIdNumber(id.slice(0, place) + b + a + id.slice(place + 2)).ok).toBe(false);
      }),
    );
  });
});
