import type { DecideContext, Decision } from '../log/decision.ts';
import { fail, ok } from '../values/result.ts';
import type { AlertCommandOf } from './alert-commands.ts';
import type { AlertEvent } from './alert-events.ts';
import { mayDirect } from './alert-rights.ts';
import type { AlertState } from './alert-state.ts';
import { levelOf, rankOf, type Office } from './office.ts';

/**
 * Gives the alert to a desk below, or to a named colleague of one's own; after a report that does not suffice it goes down
 * again the same way. The desk has to lie within the giver's area.
 */
export function decideAssign(
  state: AlertState,
  { to, note, reportBy }: AlertCommandOf<'assign'>,
  { actor, today }: DecideContext,
): Decision<AlertEvent> {
  if (!mayDirect(actor, state.holder)) return fail('case.notYourRole', {});
  if (state.step === 'CLOSED') return fail('alert.wrongStep', { step: state.step });
  const level = levelOf(actor);
  if (!to.areaCode.startsWith(actor.areaCode)) return fail('case.notYourArea', { areaCode: to.areaCode });
  if (!level || !isDown(to, rankOf(level))) return fail('alert.assignDown', {});
  if (reportBy !== null && reportBy < today) return fail('alert.dayWrong', { from: today, until: null });
  const assigner: Office = { level, areaCode: actor.areaCode, accountId: null };
  const { holder: from } = state;
  return ok([
    {
      type: 'alert.assigned',
      data: { by: actor.accountId, on: today, from, to, note, reportBy, assigner },
    },
  ]);
}

/** To one's own level only by name: to give a desk to itself moves nothing. */
const isDown = (to: Office, rank: number): boolean =>
  rankOf(to.level) < rank || (rankOf(to.level) === rank && to.accountId !== null);
