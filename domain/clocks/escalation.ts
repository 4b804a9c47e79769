import type { Role } from '../log/event-envelope.ts';
import { levelOf, type Level, type Step } from '../process/steps.ts';
import type { CaseClock } from './case-clock.ts';
import type { ClockWarning } from './warnings.ts';

/** A warning and, when the day is past, the role one level up that is shown it; never more than showing. */
export interface Escalated extends ClockWarning {
  to: Role | null;
}

/** Whose turn it is in a step: a hanging notice is the village's, what is reported the district's, the rest the town's. */
const turnOf = (step: Step): Level => (step === 'NOTICE' ? 'village' : levelOf(step));

/** Whom each level answers to (annex, 超期督办: 上一级). */
const above: Readonly<Record<Level, Role>> = {
  village: 'townReviewer',
  town: 'townHead',
  district: 'districtHead',
};

/**
 * Early warnings as they are, overdue ones with the role they go to. An overdue case is shown to somebody who can help;
 * nothing is decided by a clock: never deemed approved, never stopped.
 */
export const escalate = ({ warnings }: Pick<CaseClock, 'warnings'>, step: Step): Escalated[] =>
  warnings.map((warning) => ({ ...warning, to: warning.level === 'overdue' ? above[turnOf(step)] : null }));

/** The one role a case is escalated to, or null when nothing of it is overdue. */
export const escalatedTo = (clock: Pick<CaseClock, 'warnings'>, step: Step): Role | null =>
  escalate(clock, step).find(({ to }) => to !== null)?.to ?? null;
