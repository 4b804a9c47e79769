import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { deviceCode } from './device.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

it('names a station by four characters that nobody takes for another when read out', () => {
  const codes = Array.from({ length: 500 }, (_, i) => deviceCode(`station ${i}`, sha256));
  for (const code of codes) expect(code).toMatch(/^[2-9ABCDEFGHJKMNPQRSTVWXYZ]{4}$/);
  expect(deviceCode('station 1', sha256)).toBe(codes[1]);
  // 29⁴ codes: of 500 stations hardly two agree, and a town has a handful.
  expect(new Set(codes).size).toBeGreaterThan(490);
});
