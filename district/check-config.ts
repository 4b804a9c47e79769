import process from 'node:process';
import { startFailure } from '../contract/start-failure.ts';
import { configFromEnvironment } from './config.ts';

/**
 * Process entry: looks at the configuration and opens nothing, so that the starter can say what is wrong before anything
 * runs. One JSON line on stdout, `{"checked": true}` or a `StartFailure`.
 */
try {
  await configFromEnvironment(process.env);
  process.stdout.write(`${JSON.stringify({ checked: true })}\n`);
} catch (error) {
  process.stdout.write(`${JSON.stringify(startFailure(error))}\n`);
  process.exitCode = 1;
}
