import { expect, it } from 'vitest';
import { scannerSettingsFrom } from './scanner-settings.ts';

it('takes device options from the environment', () => {
  const text = '{"pnm":["--filename=/x/page.ppm"]}';
  expect(scannerSettingsFrom({ NUANCHUANG_SCANNER_OPTIONS: text })).toEqual({
    deviceOptions: JSON.parse(text),
  });
  expect(scannerSettingsFrom({})).toEqual({});
});

it.each(['{', '[]', '{"pnm":"--filename=x"}', '{"pnm":["x; rm -rf /"]}'])(
  'names the variable for %j',
  (text) => {
    expect(() => scannerSettingsFrom({ NUANCHUANG_SCANNER_OPTIONS: text })).toThrow(
      'NUANCHUANG_SCANNER_OPTIONS',
    );
  },
);
