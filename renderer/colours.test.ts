import { describe, expect, it } from 'vitest';
import { appTheme } from './theme.ts';
import { personColour } from './ui/person-colour.ts';

/** WCAG 2.2 contrast ratio of two #rrggbb colours. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const channels = [1, 3, 5].map((at) => {
      const value = parseInt(hex.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * (channels[0] ?? 0) + 0.7152 * (channels[1] ?? 0) + 0.0722 * (channels[2] ?? 0);
  };
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe.each(['standard', 'high'] as const)('palette %s', (name) => {
  const { palette } = appTheme(name);
  const floor = name === 'high' ? 7 : 4.5;
  it.each([
    ['text', palette.text.primary],
    ['quiet text', palette.text.secondary],
    ['accent', palette.primary.main],
    ['accent dark', palette.primary.dark],
    ['success', palette.success.main],
    ['warning', palette.warning.main],
    ['error', palette.error.main],
    ['info', palette.info.main],
  ])('%s reads on page and paper', (_, colour) => {
    expect(contrast(colour, palette.background.default)).toBeGreaterThanOrEqual(floor);
    expect(contrast(colour, palette.background.paper)).toBeGreaterThanOrEqual(floor);
  });
  it('white reads on the accent, the accent on its soft form', () => {
    expect(contrast('#ffffff', palette.primary.main)).toBeGreaterThanOrEqual(floor);
    expect(contrast(palette.primary.dark, palette.primary.light)).toBeGreaterThanOrEqual(floor);
  });
});

describe('colour of a person', () => {
  const ids = Array.from({ length: 200 }, (_, i) => `01890000-0000-7000-8000-${String(i).padStart(12, '0')}`);
  it('carries white text and stays the same for the same person', () => {
    for (const id of ids) {
      expect(contrast('#ffffff', personColour(id))).toBeGreaterThanOrEqual(4.5);
      expect(personColour(id)).toBe(personColour(id));
    }
  });
  it('differs between most people', () => {
    expect(new Set(ids.map(personColour)).size).toBeGreaterThanOrEqual(8);
  });
});
