import type { Process, Transition } from '../process/process.ts';
import type { Step } from '../process/steps.ts';

/** What a command means from a step; a process is refused when it gives two meanings. */
export const findTransition = (process: Process, command: string, step: Step): Transition | undefined =>
  process.transitions.find((t) => t.command === command && t.from.includes(step));
