import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CapturedPage, Scanner } from '../../core/ports/devices.ts';
import type { Result } from '../../domain/values/result.ts';
import { fail, ok } from '../../domain/values/result.ts';
import { pngSize } from '../image/png-size.ts';
import { withPrivateDir } from '../process/private-dir.ts';
import { runProgram } from '../process/run-program.ts';
import type { DeviceOptions } from './scan-options.ts';
import { parseDeviceOptions, scanArguments } from './scan-options.ts';
import { scanFailure } from './scan-failure.ts';

export interface SaneSettings {
  /** Default: `scanimage` from the PATH. */
  program?: string;
  /** Folder with SANE's dll.conf, given to scanimage as SANE_CONFIG_DIR. */
  configDir?: string;
  /** More scanimage options for devices whose id begins with the key, e.g. { pnm: ['--filename=…'] }. */
  deviceOptions?: Record<string, string[]>;
  /** Bound for a question to the device (list, options). */
  askTimeoutMs?: number;
  /** A scan that makes no progress for this long is ended; a page on slow glass shows progress all along. */
  idleTimeoutMs?: number;
}

const maxPageBytes = 64 << 20;
/** A stack is held in memory whole; what is beyond stays in the feeder for the next scan. */
const maxPages = 50;
const separator = '\u001f';

/** Scans through SANE's `scanimage`: pages as PNG, one private in-memory folder for feeders, none for the glass. */
export function createSaneScanner(settings: SaneSettings = {}): Scanner {
  const program = settings.program ?? 'scanimage';
  const env =
    settings.configDir === undefined ? process.env : { ...process.env, SANE_CONFIG_DIR: settings.configDir };
  const ask = (args: string[]) =>
    runProgram(program, args, { env, timeoutMs: settings.askTimeoutMs ?? 45_000 });
  const run = (args: string[]) =>
    runProgram(program, args, {
      env,
      timeoutMs: 30 * 60_000,
      idleMs: settings.idleTimeoutMs ?? 90_000,
      maxOutput: maxPageBytes,
    });
  const extra = (id: string) =>
    Object.entries(settings.deviceOptions ?? {}).find(([prefix]) => id.startsWith(prefix))?.[1] ?? [];

  async function list(): Promise<Result<{ id: string; name: string }[]>> {
    const format = ['%d', '%v', '%m'].join(separator) + '%n';
    const outcome = await ask([`--formatted-device-list=${format}`]);
    if (outcome.kind !== 'exited' || outcome.code !== 0) return scanFailure(outcome);
    return ok(parseDeviceList(outcome.stdout.toString('utf8')));
  }

  async function fromGlass(args: string[]): Promise<Result<CapturedPage[]>> {
    const outcome = await run(args);
    if (outcome.kind !== 'exited' || outcome.code !== 0) return scanFailure(outcome);
    return toPages([outcome.stdout]);
  }

  function fromFeeder(args: string[]): Promise<Result<CapturedPage[]>> {
    return withPrivateDir(async (dir) => {
      const batch = [`--batch=${join(dir, 'p%05d.png')}`, `--batch-count=${maxPages}`];
      const outcome = await run([...args, ...batch]);
      // Out of documents (7) is how a counted batch ends; some versions of scanimage say 0.
      if (outcome.kind !== 'exited' || ![0, 7].includes(outcome.code)) return scanFailure(outcome);
      const files = (await readdir(dir)).filter((name) => name.endsWith('.png')).sort();
      if (files.length === 0) return fail('scanner.empty');
      return toPages(await Promise.all(files.map((name) => readFile(join(dir, name)))));
    });
  }

  async function scan(deviceId: string): Promise<Result<CapturedPage[]>> {
    if (!/^[\x21-\x7e][\x20-\x7e]*$/.test(deviceId) || deviceId.startsWith('-'))
      return fail('scanner.absent');
    const asked = await ask(['--device-name', deviceId, '--all-options']);
    if (asked.kind !== 'exited' || asked.code !== 0) return scanFailure(asked);
    const options: DeviceOptions = parseDeviceOptions(asked.stdout.toString('utf8'));
    const args = (source: string | null) => [...scanArguments(deviceId, options, source), ...extra(deviceId)];
    if (options.feeder === null) return fromGlass(args(options.glass));
    const fed = await fromFeeder(args(options.feeder));
    const isEmpty = !fed.ok && fed.failure.code === 'scanner.empty';
    return isEmpty && options.glass !== null ? fromGlass(args(options.glass)) : fed;
  }

  return { list, scan };
}

/** One line per device; cameras, which SANE's v4l back-end also calls scanners, are left out. */
export function parseDeviceList(text: string): { id: string; name: string }[] {
  return text
    .split('\n')
    .map((line) => line.split(separator))
    .filter(([id, , model]) => id !== undefined && id !== '' && model !== undefined && !id.startsWith('v4l:'))
    .map(([id = '', vendor = '', model = '']) => ({
      id,
      name: vendor === 'Noname' ? model : `${vendor} ${model}`.trim(),
    }));
}

function toPages(pictures: Buffer[]): Result<CapturedPage[]> {
  const pages: CapturedPage[] = [];
  for (const bytes of pictures) {
    const size = pngSize(bytes);
    if (size === null) return fail('scanner.failed');
    pages.push({ bytes: new Uint8Array(bytes), mime: 'image/png', ...size });
  }
  return ok(pages);
}
