import { readHistory, type RawHistory } from '../clocks/history.ts';
import { Step } from '../process/steps.ts';
import type { IsoDate } from '../values/iso-date.ts';

/** A stay in a step that is over; both days are those of the events. */
export interface StepSpan {
  step: Step;
  from: IsoDate;
  to: IsoDate;
}

/**
 * Every stay in a step that a history tells, oldest first; the step the case is in now is not over. An event that leaves
 * the case where it is (an extension) ends none. Null for a history that does not fit the process.
 */
export function stepSpans(history: RawHistory, process: { notice: boolean }): StepSpan[] | null {
  const whole = readHistory(history, process);
  if (!whole.ok) return null;
  const entered = whole.value.entries.flatMap(([, from], index) => {
    const read = readHistory(history.slice(0, index + 1), process);
    const step = Step.safeParse(read.ok ? read.value.state : null);
    return step.success ? [{ step: step.data, from }] : [];
  });
  const changes = entered.filter(({ step }, index) => step !== entered[index - 1]?.step);
  return changes.flatMap((stay, index) => {
    const next = changes[index + 1];
    return next ? [{ ...stay, to: next.from }] : [];
  });
}
