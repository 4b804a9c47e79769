import { actorProblem, type DecideContext, type Decision } from '../log/decision.ts';
import type { Actor } from '../log/event-envelope.ts';
import { fail, ok } from '../values/result.ts';
import type { AlertCommandOf } from './alert-commands.ts';
import type { AlertEvent } from './alert-events.ts';
import { sourceRoles } from './alert-values.ts';
import { areaDigits, levelOf, type Level, type Office } from './office.ts';

/** The desk an alert first lies with: one above who saw it in the field; a town's or the district's own keep it. */
function firstLevel(actor: Actor): Level | null {
  // 监测预警 is handed down by the district.
  if (actor.role === 'system') return 'district';
  const own = levelOf(actor);
  if (own === 'grid') return 'village';
  return own === 'village' ? 'town' : own;
}

export function decideRaise(
  command: AlertCommandOf<'raise'>,
  { actor, today }: DecideContext,
): Decision<AlertEvent> {
  const { source, seen, person, placeCode, seenOn } = command;
  const problem = actorProblem(actor, placeCode, today);
  if (problem) return { ok: false, failure: problem };
  const level = firstLevel(actor);
  if (!level || !sourceRoles[source].includes(actor.role)) return fail('case.notYourRole', {});
  if (seenOn > today) return fail('alert.dayWrong', { from: null, until: today });
  const holder: Office = { level, areaCode: placeCode.slice(0, areaDigits[level]), accountId: null };
  const data = { source, seen, person, placeCode, seenOn, holder, by: actor.accountId, on: today };
  return ok([{ type: 'alert.raised', data }]);
}
