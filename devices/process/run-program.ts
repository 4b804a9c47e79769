import { spawn } from 'node:child_process';

export type RunOutcome =
  | { kind: 'exited'; code: number; stdout: Buffer; stderr: string }
  | { kind: 'missing' }
  | { kind: 'killed'; reason: 'timeout' | 'tooMuch' | 'signal' };

export interface RunOptions {
  /** Ends the program when it takes longer in all. */
  timeoutMs: number;
  /** Ends the program when it says nothing (on either output) for this long. */
  idleMs?: number;
  env?: NodeJS.ProcessEnv;
  input?: Uint8Array;
  /** Most bytes of standard output that are kept; more ends the program. */
  maxOutput?: number;
}

/** After a polite SIGTERM (lets scanimage park the lamp) the program gets this long, then SIGKILL. */
const graceMs = 2_000;

/** Runs a program without a shell, bounded in time and output; never throws and never logs what it says. */
export function runProgram(program: string, args: string[], options: RunOptions): Promise<RunOutcome> {
  const { promise, resolve } = Promise.withResolvers<RunOutcome>();
  const child = spawn(program, args, {
    env: { ...(options.env ?? process.env), LC_ALL: 'C.UTF-8', LANGUAGE: 'C' },
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const out: Buffer[] = [];
  const max = options.maxOutput ?? 1 << 20;
  let size = 0;
  let stderr = '';
  let stopped: 'timeout' | 'tooMuch' | null = null;
  let hardKill: NodeJS.Timeout | undefined;
  const stop = (reason: 'timeout' | 'tooMuch') => {
    if (stopped !== null) return;
    stopped = reason;
    child.kill('SIGTERM');
    hardKill = setTimeout(() => child.kill('SIGKILL'), graceMs);
  };
  const timer = setTimeout(() => stop('timeout'), options.timeoutMs);
  const idle = options.idleMs === undefined ? undefined : setTimeout(() => stop('timeout'), options.idleMs);
  child.stdout.on('data', (chunk: Buffer) => {
    idle?.refresh();
    size += chunk.length;
    if (size > max) stop('tooMuch');
    else out.push(chunk);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    idle?.refresh();
    stderr = (stderr + chunk.toString('utf8')).slice(-8_192);
  });
  const settle = (outcome: RunOutcome) => {
    clearTimeout(timer);
    clearTimeout(idle);
    clearTimeout(hardKill);
    resolve(outcome);
  };
  child.on('error', () => settle({ kind: 'missing' }));
  child.on('close', (code) => {
    if (stopped !== null) settle({ kind: 'killed', reason: stopped });
    else if (code === null) settle({ kind: 'killed', reason: 'signal' });
    else settle({ kind: 'exited', code, stdout: Buffer.concat(out), stderr });
  });
  // A program that ends before reading its input breaks the pipe; its exit code tells the story.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? Buffer.alloc(0));
  return promise;
}
