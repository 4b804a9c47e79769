import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentKindNames, documentKinds } from './document-kinds.ts';
import { OfficialNumber, officialNumber, type NumberParts } from './official-number.ts';

const parts: NumberParts = {
  prefix: '九龙坡',
  office: '杨家坪',
  word: '救受',
  year: 2026,
  deviceCode: 'K7QM',
  serial: 12,
};

describe('officialNumber', () => {
  it('names office, kind, year, device and serial', () => {
    expect(officialNumber(parts)).toBe('九龙坡杨家坪救受〔2026〕K7QM-012号');
    expect(officialNumber({ ...parts, serial: 12_345 })).toBe('九龙坡杨家坪救受〔2026〕K7QM-12345号');
  });

  it.each([{ serial: 0 }, { serial: 1.5 }, { deviceCode: 'k7qm' }, { deviceCode: '' }, { year: 26 }])(
    'refuses %j',
    (wrong) => expect(() => officialNumber({ ...parts, ...wrong })).toThrow(),
  );

  it('differs whenever device, serial, year or kind differ', () => {
    const word = fc.constantFrom(...documentKindNames.map((kind) => documentKinds[kind].word));
    const some = fc.record({
      word,
      year: fc.integer({ min: 2024, max: 2099 }),
      deviceCode: fc.stringMatching(/^[A-Z0-9]{4}$/),
      serial: fc.integer({ min: 1, max: 9_999_999 }),
    });
    fc.assert(
      fc.property(some, some, (a, b) => {
        const [one, other] = [officialNumber({ ...parts, ...a }), officialNumber({ ...parts, ...b })];
        expect(OfficialNumber.safeParse(one).success).toBe(true);
        expect(one === other).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });

  it('has a word of its own for every kind', () => {
    const words = documentKindNames.map((kind) => documentKinds[kind].word);
    expect(new Set(words).size).toBe(documentKindNames.length);
  });
});
