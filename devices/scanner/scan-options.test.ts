import { expect, it } from 'vitest';
import { parseDeviceOptions, scanArguments } from './scan-options.ts';

/** As printed by `scanimage -A` for a document scanner. */
const office = `
All options specific to device \`fujitsu:fi-7160:1':
  Scan Mode:
    --source ADF Front|ADF Back|ADF Duplex [ADF Front]
        Selects the scan source (such as a document-feeder).
    --mode Lineart|Halftone|Gray|Color [Lineart]
        Selects the scan mode (e.g., lineart, monochrome, or color).
    --resolution 50..600dpi (in steps of 1) [600]
        Sets the resolution of the scanned image.
`;

it('reads feeder, colour and resolution', () => {
  expect(parseDeviceOptions(office)).toEqual({
    feeder: 'ADF Front',
    glass: null,
    resolution: 200,
    mode: 'Color',
  });
});

it.each([
  ['    --resolution 75|150|300|600dpi [75]', 300],
  ['    --resolution 75|100|150dpi [75]', 150],
  ['    --resolution 300..1200dpi (in steps of 1) [300]', 300],
  ['    --resolution 50..100dpi (in steps of 1) [50]', 100],
  ['    --resolution auto||75|200|300dpi [75]', 200],
  ['    --resolution 75|300dpi [inactive]', null],
  ['', null],
])('%j gives %j dpi', (line, dpi) => {
  expect(parseDeviceOptions(`${line}\n`).resolution).toBe(dpi);
});

it('passes only what the device has', () => {
  const none = { feeder: null, glass: null, resolution: null, mode: null };
  expect(scanArguments('pnm:0', none, null)).toEqual(['--device-name', 'pnm:0', '--format=png']);
  const all = scanArguments('x', { ...none, mode: 'Gray', resolution: 300 }, 'Flatbed');
  expect(all.slice(3)).toEqual(['--source', 'Flatbed', '--mode', 'Gray', '--resolution', '300']);
});
