import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import type { Log } from '../core/ports/ports.ts';

const maxBytes = 5_000_000;
const keep = 5;
/** The size is looked at once in so many lines. */
const lookEvery = 100;

/**
 * JSON lines in `dir/name.log`, five older files kept. Of an error only its kind, code and places in the program are written:
 * its message may hold what somebody typed.
 */
export function createJsonLog(dir: string, name: string, limit = { maxBytes, lookEvery }): Log {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const file = join(dir, `${name}.log`);
  const out = pino.destination({ dest: file, sync: true, mode: 0o600 });
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'code' }, out);
  let lines = 0;
  const rotate = () => {
    lines += 1;
    if (lines % limit.lookEvery !== 0 || sizeOf(file) < limit.maxBytes) return;
    rmSync(`${file}.${keep}`, { force: true });
    for (let i = keep - 1; i >= 1; i -= 1) moveIfThere(`${file}.${i}`, `${file}.${i + 1}`);
    moveIfThere(file, `${file}.1`);
    out.reopen();
  };
  return {
    info: (code, data = {}) => {
      logger.info(data, code);
      rotate();
    },
    error: (code, data, cause) => {
      logger.error({ ...data, ...kindOf(cause) }, code);
      rotate();
    },
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function moveIfThere(from: string, to: string): void {
  if (statSync(from, { throwIfNoEntry: false })) renameSync(from, to);
}

function kindOf(cause: unknown): { kind?: string; errorCode?: string; at?: string[] } {
  if (!(cause instanceof Error)) return cause === undefined ? {} : { kind: typeof cause };
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const at = frames.slice(0, 8).map((line) => line.trim());
  const code = 'code' in cause && typeof cause.code === 'string' ? { errorCode: cause.code } : {};
  return { kind: cause.name, ...code, at };
}
