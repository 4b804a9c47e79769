import { hostname } from 'node:os';
import path from 'node:path';
import { z } from 'zod';

const address = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));

const absolutePath = z.string().min(1).refine(path.isAbsolute, 'must be an absolute path');

/** What an installation may set: in `station.json`, over it by environment variables, over both by `--mode=`. */
const ShellSettings = z.strictObject({
  mode: z.enum(['window', 'kiosk', 'field']).default('window'),
  districtUrl: address,
  idReaderUrl: address.default('http://127.0.0.1:19196'),
  /** PEM file of the district's own certificate authority; the public ones are trusted when absent. */
  districtCaFile: absolutePath.optional(),
  deviceName: z.string().trim().min(1).max(60).optional(),
  /** Folder of the device's data; Electron's own folder for the user when absent. */
  dataDir: absolutePath.optional(),
  /** Why this host was picked, as the starter says it. */
  hostReason: z.string().min(1).max(200).default('started directly'),
});
type ParsedSettings = z.infer<typeof ShellSettings>;
export interface ShellSettings extends Omit<ParsedSettings, 'deviceName'> {
  deviceName: string;
}

const variables: Record<string, keyof ShellSettings> = {
  NUANCHUANG_MODE: 'mode',
  NUANCHUANG_DISTRICT: 'districtUrl',
  NUANCHUANG_DISTRICT_CA: 'districtCaFile',
  NUANCHUANG_ID_READER: 'idReaderUrl',
  NUANCHUANG_DEVICE_NAME: 'deviceName',
  NUANCHUANG_DATA: 'dataDir',
  NUANCHUANG_HOST_REASON: 'hostReason',
};

/** Names the setting that is wrong, for whoever installs the machine. */
export class BadSettings extends Error {}

/** Where an administrator puts `station.json`, writable by administrators only. */
export function settingsFile(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform === 'win32')
    return path.win32.join(env['ProgramData'] ?? 'C:\\ProgramData', 'NuanChuang', 'station.json');
  if (platform === 'darwin') return '/Library/Application Support/NuanChuang/station.json';
  return '/etc/nuanchuang/station.json';
}

function fromFile(text: string | null): Record<string, unknown> {
  if (text === null) return {};
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw new BadSettings('station.json: not a JSON object');
  }
}

/** Puts the three sources together; throws `BadSettings` with the name of the first wrong one. */
export function readSettings(
  env: NodeJS.ProcessEnv,
  argv: readonly string[],
  fileText: string | null,
): ShellSettings {
  const merged = fromFile(fileText);
  for (const [variable, name] of Object.entries(variables)) if (env[variable]) merged[name] = env[variable];
  const flag = argv.find((argument) => argument.startsWith('--mode='));
  if (flag) merged['mode'] = flag.slice('--mode='.length);
  const parsed = ShellSettings.safeParse(merged);
  if (parsed.success) return { ...parsed.data, deviceName: parsed.data.deviceName ?? hostname() };
  const [issue] = parsed.error.issues;
  throw new BadSettings(`${issue?.path.join('.') || 'station.json'}: ${issue?.message ?? 'wrong'}`);
}
