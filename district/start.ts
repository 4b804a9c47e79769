import process from 'node:process';
import { pino } from 'pino';
import { startFailure } from '../contract/start-failure.ts';
import { lockFolder } from '../db/folder-lock.ts';
import { configFromEnvironment } from './config.ts';
import { createDistrictServer } from './create-server.ts';
import { createPinoLog } from './http/log.ts';

/**
 * Process entry: one JSON line on stdout, `{"listening": url}` when ready or a `StartFailure`; diagnostics as JSON lines on
 * stderr.
 */
async function main(): Promise<void> {
  const log = createPinoLog(pino.destination(2));
  const config = await configFromEnvironment(process.env);
  const lock = await lockFolder(config.dataDir);
  const server = await createDistrictServer(config, { log });
  let closing: Promise<void> | null = null;
  const stop = (): void => {
    closing ??= server
      .close()
      .finally(() => lock.release())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // Whoever started us holds our stdin open: it closes when they are gone, however they went.
  if (process.env['DISTRICT_WITH_PARENT'] === '1')
    process.stdin.resume().once('end', stop).once('error', stop);
  process.stdout.write(`${JSON.stringify({ listening: server.url })}\n`);
}

main().catch((error: unknown) => {
  const text = error instanceof Error ? error.message : 'unknown';
  process.stdout.write(`${JSON.stringify(startFailure(error))}\n`);
  process.stderr.write(`${JSON.stringify({ code: 'district.notStarted', reason: text.split('\n')[0] })}\n`);
  process.exit(1);
});
