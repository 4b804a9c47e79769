import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SaneSettings } from './sane-scanner.ts';

export interface TestScanner {
  settings: SaneSettings;
  /** Device to scan: `pnm:0` shows the given picture on the glass, `test:0` has a feeder with ten pages. */
  deviceId: string;
  /** The same for another process: SANE's own variable and the device options as JSON. */
  env: { SANE_CONFIG_DIR: string; NUANCHUANG_SCANNER_OPTIONS: string };
}

/**
 * Writes a SANE configuration that offers SANE's own `test` back-end and, for `picture` (a PNM file: P4, P5, P6),
 * `pnm`. Nothing else is asked, so no network or USB search slows a test down.
 */
export async function makeTestScannerConfig(dir: string, picture?: string): Promise<TestScanner> {
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, 'dll.conf'), picture === undefined ? 'test\n' : 'test\npnm\n');
  await writeFile(join(dir, 'test.conf'), 'number_of_devices 1\nmode Color\ntest-picture "Color pattern"\n');
  const deviceOptions: Record<string, string[]> =
    picture === undefined ? {} : { pnm: [`--filename=${picture}`] };
  return {
    settings: { configDir: dir, deviceOptions },
    deviceId: picture === undefined ? 'test:0' : 'pnm:0',
    env: { SANE_CONFIG_DIR: dir, NUANCHUANG_SCANNER_OPTIONS: JSON.stringify(deviceOptions) },
  };
}
