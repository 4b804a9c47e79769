import { startFailure } from '../contract/start-failure.ts';
import { readSettings } from './settings.ts';

/**
 * Process entry: looks at the settings and starts nothing, so that the starter can say what is wrong before anything runs.
 * One JSON line on stdout, `{"checked": true}` or a `StartFailure`.
 */
try {
  readSettings(process.env);
  process.stdout.write(`${JSON.stringify({ checked: true })}\n`);
} catch (error) {
  process.stdout.write(`${JSON.stringify(startFailure(error))}\n`);
  process.exitCode = 1;
}
