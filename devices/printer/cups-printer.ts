import type { Printer } from '../../core/ports/devices.ts';
import type { Result } from '../../domain/values/result.ts';
import { fail, ok } from '../../domain/values/result.ts';
import { runProgram } from '../process/run-program.ts';

export interface PrinterSettings {
  /** Queue to use; default: CUPS's default queue, else the first one there is. */
  queue?: string;
  /** CUPS server, e.g. '127.0.0.1:631'; default: as CUPS itself decides. */
  server?: string;
}

const timeoutMs = 20_000;
const isQueue = (name: string | undefined): name is string =>
  name !== undefined && /^[^\s\-/#][^\s/#]*$/.test(name);

/**
 * Prints through CUPS (`lpstat`, `lp`), the PDF by standard input. Where CUPS is not (Windows), the answer is
 * printer.absent and the page offers to save the file. `title` appears in job lists and CUPS's logs: never a name.
 */
export function createCupsPrinter(settings: PrinterSettings = {}): Printer {
  const env = settings.server === undefined ? process.env : { ...process.env, CUPS_SERVER: settings.server };
  const ask = async (...args: string[]): Promise<string | null> => {
    const outcome = await runProgram('lpstat', args, { env, timeoutMs });
    return outcome.kind === 'exited' && outcome.code === 0 ? outcome.stdout.toString('utf8') : null;
  };

  async function findQueue(): Promise<string | null> {
    const queues =
      (await ask('-e'))
        ?.split('\n')
        .map((line) => line.trim())
        .filter(isQueue) ?? [];
    const wanted = settings.queue ?? /destination: (\S+)/.exec((await ask('-d')) ?? '')?.[1];
    if (wanted !== undefined && queues.includes(wanted)) return wanted;
    return settings.queue === undefined ? (queues[0] ?? null) : null;
  }

  async function print(pdf: Uint8Array, title: string): Promise<Result<string>> {
    const queue = await findQueue();
    if (queue === null) return fail('printer.absent');
    // A paused queue takes jobs and keeps them: the resident would wait for paper that never comes.
    const state = await ask('-p', queue);
    if (state === null || /\bdisabled since\b/.test(state)) return fail('printer.failed');
    const args = ['-d', queue, '-t', title, '-o', 'media=A4', '-o', 'sides=one-sided', '-'];
    const outcome = await runProgram('lp', args, { env, timeoutMs, input: pdf });
    return outcome.kind === 'exited' && outcome.code === 0 ? ok(queue) : fail('printer.failed');
  }

  return { print, present: async () => (await findQueue()) !== null };
}
