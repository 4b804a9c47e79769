import { closeSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import type { Log } from '../core/ports/ports.ts';

const keep = 5;

/**
 * JSON lines in `dir/name.log`, five older files kept. Of an error only its kind, code and places in the program are written:
 * its message may hold what somebody typed.
 */
export function createJsonLog(dir: string, name: string, maxBytes = 5_000_000): Log {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const out = new RotatedFile(join(dir, `${name}.log`), maxBytes);
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'code' }, out);
  return {
    info: (code, data = {}) => logger.info(data, code),
    error: (code, data, cause) => logger.error({ ...data, ...kindOf(cause) }, code),
  };
}

/** Written through at once: the last lines before a crash are the ones that are wanted. */
class RotatedFile {
  readonly #file: string;
  readonly #maxBytes: number;
  #fd: number;
  #size: number;

  constructor(file: string, maxBytes: number) {
    this.#file = file;
    this.#maxBytes = maxBytes;
    this.#fd = openSync(file, 'a', 0o600);
    this.#size = statSync(file).size;
  }

  write(line: string): void {
    if (this.#size >= this.#maxBytes) this.#rotate();
    this.#size += writeSync(this.#fd, line);
  }

  #rotate(): void {
    closeSync(this.#fd);
    rmSync(`${this.#file}.${keep}`, { force: true });
    for (let i = keep - 1; i >= 1; i -= 1) moveIfThere(`${this.#file}.${i}`, `${this.#file}.${i + 1}`);
    renameSync(this.#file, `${this.#file}.1`);
    this.#fd = openSync(this.#file, 'a', 0o600);
    this.#size = 0;
  }
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
