import { expect, it } from 'vitest';
import { FieldCrypto, FieldDamaged } from './field-crypto.ts';
import { deriveKeys } from './keys.ts';

const crypto = new FieldCrypto(deriveKeys(Buffer.alloc(32, 1)));
const place = { table: 'cases', column: 'applicant_name', row: 'r1' };
const plain = Buffer.from('张示例');

it('opens at its place only, under its key only', () => {
  const sealed = crypto.seal(place, plain);
  expect(sealed[0]).toBe(1);
  expect(crypto.open(place, sealed)).toEqual(plain);
  for (const elsewhere of [
    { ...place, table: 'drafts' },
    { ...place, column: 'applicant_id_number' },
    { ...place, row: 'r2' },
    { table: 'cases', column: 'applicant_name","r1', row: '' },
  ]) {
    expect(() => crypto.open(elsewhere, sealed)).toThrow(FieldDamaged);
  }
  const stranger = new FieldCrypto(deriveKeys(Buffer.alloc(32, 2)));
  expect(() => stranger.open(place, sealed)).toThrow(FieldDamaged);
});

it('notices every altered byte and every cut, and never repeats itself', () => {
  const sealed = crypto.seal(place, plain);
  for (let at = 0; at < sealed.length; at += 1) {
    const bad = Buffer.from(sealed);
    bad[at] = (bad[at] ?? 0) ^ 1;
    expect(() => crypto.open(place, bad)).toThrow(FieldDamaged);
    expect(() => crypto.open(place, sealed.subarray(0, at))).toThrow(FieldDamaged);
  }
  expect(crypto.seal(place, plain).equals(sealed)).toBe(false);
});

it('gives equal blind indexes to equal texts of one label and key', () => {
  const other = new FieldCrypto(deriveKeys(Buffer.alloc(32, 2)));
  expect(crypto.blind('id', 'x').equals(crypto.blind('id', 'x'))).toBe(true);
  expect(crypto.blind('id', 'x').equals(crypto.blind('id', 'y'))).toBe(false);
  expect(crypto.blind('id', 'x').equals(crypto.blind('name', 'x'))).toBe(false);
  expect(crypto.blind('id', 'x').equals(other.blind('id', 'x'))).toBe(false);
});

it('derives a different key for each purpose', () => {
  const keys = Object.values(deriveKeys(Buffer.alloc(32, 1))).map((key: Buffer) => key.toString('hex'));
  expect(new Set(keys).size).toBe(keys.length);
  expect(() => deriveKeys(Buffer.alloc(16))).toThrow(RangeError);
});
