import type { Process } from './process.ts';
import { closedSteps, type Step } from './steps.ts';

/** Steps that come before each one that no way to CONFIRMED may avoid (不得直接确认); a case that comes back passes them again. */
const before: readonly (readonly [unavoidable: Step, from: readonly Step[]])[] = [
  ['ACCEPTED', ['SUBMITTED', 'SUPPLEMENT', 'ABANDONED']],
  ['SURVEY', ['ACCEPTED']],
  ['PRELIMINARY', ['SURVEY', 'NOT_ELIGIBLE', 'RECHECK', 'OBJECTION', 'RESURVEY']],
  ['NOTICE', ['PRELIMINARY']],
  ['REPORTED', ['NOTICE']],
];

/** Ways on which a step is left out, from the application or after the case came back. */
export function waysAround(process: Process): string[] {
  return before.flatMap(([step], i) => {
    const starts = before.slice(0, i + 1).flatMap(([, from]) => from);
    if (step === 'NOTICE' && !process.notice) return [];
    const past = starts.filter((start) => reachable(process, start, [step]).has('CONFIRMED'));
    return past.map((start) => `CONFIRMED can be reached from ${start} without ${step}`);
  });
}

/** Money is published and registered only after a decision, or after it was granted first in an emergency (L §50). */
export function moneyDoors(process: Process): string[] {
  const closed = (...steps: Step[]) => reachable(process, 'SUBMITTED', steps);
  const problems = [
    closed('CONFIRMED', 'EXPLAINED').has('PUBLISHED') && 'PUBLISHED can be reached without a decision',
    closed('GRANTED').has('EXPLAINED') && 'EXPLAINED can be reached without GRANTED',
    closed('PUBLISHED').has('REGISTERED') && 'REGISTERED can be reached without PUBLISHED',
    process.grant !== 'monthly' &&
      process.transitions.some(({ command }) => command === 'adjust') &&
      'adjust is only for what is paid monthly',
    process.grant !== 'once' && closed().has('GRANTED') && 'GRANTED is only for what is paid once',
  ];
  return problems.filter((problem) => problem !== false);
}

/** What is closed stays so, but for a supplement that was handed in on time (L, annex·补正). */
export const reopened = ({ transitions }: Process): string[] =>
  transitions.flatMap(({ command, from, to }) =>
    from
      .filter((step) => to !== undefined && closedSteps.includes(step))
      .filter((step) => !(step === 'ABANDONED' && command === 'provideSupplement'))
      .map((step) => `${command} leaves ${step}, which is closed`),
  );

/** Steps that can be reached from `start` when some are closed; the start itself only when something leads back to it. */
function reachable({ transitions }: Process, start: Step, closed: readonly Step[]): ReadonlySet<Step> {
  const seen = new Set<Step>([start]);
  for (const step of seen) {
    const next = transitions.filter(({ from }) => from.includes(step)).map(({ to }) => to);
    for (const to of next) if (to !== undefined && !closed.includes(to)) seen.add(to);
  }
  return seen;
}
