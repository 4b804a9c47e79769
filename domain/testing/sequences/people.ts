import type { Actor, Role } from '../../log/event-envelope.ts';
import { everybody } from '../process-actors.ts';
import { clerk, reviewer, testId, testTown } from '../sample-application.ts';

/** People who may act for the household's town and district; two of the roles that hold a case. */
export const rightful: readonly Actor[] = [
  ...everybody,
  { ...clerk, accountId: testId(911) },
  { ...reviewer, accountId: testId(912) },
  { accountId: testId(913), role: 'districtReviewer', areaCode: '500107' },
];

/** Whoever entered the application, in every role that decides: allowed to work, not to review. */
const entrants = (['townReviewer', 'townHead', 'districtReviewer', 'districtHead'] as const).map(
  (role): Actor => ({ ...clerk, role, areaCode: role.startsWith('town') ? testTown : '500107' }),
);
/** Roles that ended before any of this began. */
const expired = rightful.map((actor): Actor => ({ ...actor, until: '2025-01-31' }));
/** The same roles in another district, another town, another village. */
const foreign = rightful.map((actor): Actor => ({ ...actor, areaCode: otherArea(actor) }));

function otherArea({ areaCode }: Actor): string {
  if (areaCode.length === 6) return '500108';
  return areaCode.length === 9 ? '500107002' : '500107001009';
}

export const anybody: readonly Actor[] = [...rightful, ...entrants, ...expired, ...foreign];

export const ofRole = (role: Role): readonly Actor[] => rightful.filter((actor) => actor.role === role);
