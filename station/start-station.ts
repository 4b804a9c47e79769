import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { CoreHost } from '../contract/envelope.ts';
import { StationOptions, type StationInput } from './config.ts';
import { CoreThread } from './core-thread.ts';
import { createJsonLog } from './json-log.ts';

export interface StationStart {
  /** The worker's file where the build puts it elsewhere than beside this one. */
  worker?: URL;
}

/**
 * Starts the core in its worker thread and answers when it takes calls. Rejects when the worker cannot start at all; once
 * started, a crash answers the calls under way with `internal`, logs everybody out and begins a new worker.
 */
export async function startStation(options: StationInput, { worker }: StationStart = {}): Promise<CoreHost> {
  const parsed = StationOptions.parse(options);
  const log = createJsonLog(join(parsed.dataDir, 'logs'), 'host');
  const thread = new CoreThread(worker ?? besideThis(), parsed, {
    log,
    newErrorId: () => randomBytes(6).toString('hex'),
  });
  await thread.started();
  return thread;
}

/** Source runs as TypeScript, the build as JavaScript; the worker is of the same kind as this file. */
const besideThis = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './core-worker.ts' : './core-worker.js', import.meta.url);
