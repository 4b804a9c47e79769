import type { Role } from '../log/event-envelope.ts';
import type { Process } from './process.ts';
import { Step } from './steps.ts';

/** What may happen to a case at any time is no work that waits for somebody. */
const atAnyTime: readonly string[] = ['withdraw', 'terminate', 'amend', 'registerObjection', 'reportChange'];

/** Steps in which somebody of this role has to move a case on, by the processes in force. */
export function stepsToDo(processes: Readonly<Record<string, Process>>, role: Role): Step[] {
  const waiting = Object.values(processes).flatMap(({ transitions }) =>
    transitions
      .filter((t) => t.to !== undefined || t.command === 'takeDownNotice' || t.command === 'recordSurvey')
      .filter((t) => t.by.includes(role) && !atAnyTime.includes(t.command))
      .flatMap((t) => t.from),
  );
  const steps = new Set(waiting);
  return Step.options.filter((step) => steps.has(step));
}
