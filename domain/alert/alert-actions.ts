import type { DecideContext } from '../log/decision.ts';
import type { AlertCommand } from './alert-commands.ts';
import type { AlertState } from './alert-state.ts';
import { decideAlert } from './decide-alert.ts';
import { levelOf } from './office.ts';

export type AlertAction = Exclude<AlertCommand['type'], 'raise'>;

/** What somebody may do with an alert now: each kind of command is tried in its simplest form by the rules themselves. */
export function alertActions(state: AlertState, context: DecideContext): AlertAction[] {
  const { actor, today } = context;
  const level = levelOf(actor);
  if (level === null) return [];
  const self = { level, areaCode: actor.areaCode, accountId: actor.accountId };
  const tries: (AlertCommand & { type: AlertAction })[] = [
    { type: 'accept' },
    { type: 'report', visitedOn: today, findings: '-', result: 'noNeed' },
    { type: 'assign', to: self, note: '-', reportBy: null },
    { type: 'linkCase', caseId: actor.accountId },
    { type: 'close', conclusion: '-' },
    { type: 'return', reason: '-' },
    { type: 'escalate', reason: '-' },
  ];
  return tries.filter((command) => decideAlert(state, command, context).ok).map(({ type }) => type);
}
