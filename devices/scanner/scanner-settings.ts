import { z } from 'zod';
import type { SaneSettings } from './sane-scanner.ts';

const DeviceOptions = z.record(z.string().min(1), z.array(z.string().regex(/^--[a-z][a-z0-9-]*(=.*)?$/)));

/**
 * Scanner settings from the environment: `NUANCHUANG_SCANNER_OPTIONS` is JSON, device id prefix → scanimage options
 * (some drivers need one to work at all). Throws with the variable's name when it is not that.
 */
export function scannerSettingsFrom(env: Record<string, string | undefined>): SaneSettings {
  const text = env['NUANCHUANG_SCANNER_OPTIONS'];
  if (text === undefined || text === '') return {};
  try {
    return { deviceOptions: DeviceOptions.parse(JSON.parse(text)) };
  } catch (cause) {
    throw new Error('NUANCHUANG_SCANNER_OPTIONS must be JSON: {"device": ["--option=value"]}', { cause });
  }
}
