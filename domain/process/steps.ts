import { z } from 'zod';
import type { Role } from '../log/event-envelope.ts';

/** Where a case can stand, in the order of the annex of 九龙坡民政〔2023〕251号; later ones after registration. */
export const Step = z.enum([
  'SUBMITTED',
  'SUPPLEMENT',
  'ABANDONED',
  'ACCEPTED',
  'SURVEY',
  'NOT_ELIGIBLE',
  'RECHECK',
  'PRELIMINARY',
  'NOTICE',
  'OBJECTION',
  'RESURVEY',
  'REPORTED',
  'CONFIRMED',
  'REFUSED',
  /** 临时救助 granted before the procedure (L §50). */
  'GRANTED',
  'EXPLAINED',
  'PUBLISHED',
  'REGISTERED',
  /** The household changed: assessed again (L §47). */
  'REASSESSMENT',
  'ENDED',
  'WITHDRAWN',
  'TERMINATED',
]);
export type Step = z.infer<typeof Step>;

/** Nothing is asked of anybody any more; the same person may apply anew. */
export const closedSteps: readonly Step[] = ['ABANDONED', 'REFUSED', 'ENDED', 'WITHDRAWN', 'TERMINATED'];

/** Assistance was given and goes on. */
export const receivingSteps: readonly Step[] = ['PUBLISHED', 'REGISTERED', 'REASSESSMENT'];

/** Whose turn it is: decides whose queue a case stands in, and who is next when it is overdue. */
export const Level = z.enum(['village', 'town', 'district']);
export type Level = z.infer<typeof Level>;

/** Steps that wait for the district; every other open one waits for the town or its villages. */
export const districtSteps: readonly Step[] = ['REPORTED'];

export const levelOf = (step: Step): Level => (districtSteps.includes(step) ? 'district' : 'town');

/** Which office a role works for. */
export function levelOfRole(role: Role): Level {
  switch (role) {
    case 'village':
    case 'grid':
      return 'village';
    case 'districtReviewer':
    case 'districtHead':
    case 'system':
    case 'admin':
      return 'district';
    case 'windowClerk':
    case 'townReviewer':
    case 'townHead':
    case 'portal':
      return 'town';
  }
}

/** One-off help that was given: the case waits for papers only, and the same person may be in need again. */
const givenOnce: readonly Step[] = ['EXPLAINED', 'PUBLISHED', 'REGISTERED'];

/** Whether a case counts as open when the same person applies again, or is found in another one. */
export const countsAsOpen = (kind: string, step: Step): boolean =>
  !closedSteps.includes(step) && !(kind === 'linshi' && givenOnce.includes(step));
