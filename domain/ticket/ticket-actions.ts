import type { DecideContext } from '../log/decision.ts';
import { decideTicket } from './decide-ticket.ts';
import type { TicketCommand } from './ticket-commands.ts';
import type { TicketState } from './ticket-state.ts';

export type TicketAction = Exclude<TicketCommand['type'], 'open'>;

/** What somebody may do with a ticket now: each kind of command is tried in its simplest form by the rules themselves. */
export function ticketActions(state: TicketState, context: DecideContext): TicketAction[] {
  const { actor, today } = context;
  const { accountId, role, areaCode } = actor;
  const tries: (TicketCommand & { type: TicketAction })[] = [
    { type: 'take' },
    { type: 'answer', way: 'phone', toldOn: today, text: '-' },
    { type: 'close' },
    { type: 'reopen', reason: '-' },
    { type: 'handOver', to: { accountId, role, areaCode }, reason: '-' },
    { type: 'escalate', requested: true, reason: '-' },
  ];
  return tries.filter((command) => decideTicket(state, command, context).ok).map(({ type }) => type);
}
