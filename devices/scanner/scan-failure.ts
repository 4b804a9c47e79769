import { fail } from '../../domain/values/result.ts';
import type { RunOutcome } from '../process/run-program.ts';

/** scanimage ends with the SANE status as its exit code (sane.h): these have their own wording for the clerk. */
const byStatus: Record<number, string> = {
  3: 'scanner.busy',
  6: 'scanner.jammed',
  7: 'scanner.empty',
  8: 'scanner.coverOpen',
};

const noDevice =
  /no SANE devices found|open of device .* failed: (Invalid argument|Error during device I\/O)/;

/** The typed failure for a run that gave no page. */
export function scanFailure(outcome: RunOutcome) {
  if (outcome.kind === 'missing') return fail('scanner.noTool');
  if (outcome.kind === 'killed') return fail('scanner.failed');
  if (noDevice.test(outcome.stderr)) return fail('scanner.absent');
  return fail(byStatus[outcome.code] ?? 'scanner.failed');
}
