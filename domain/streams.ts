import { alertAggregate } from './alert/alert-aggregate.ts';
import { caseAggregate } from './case/case-aggregate.ts';
import { anyAggregate, type AnyAggregate } from './log/any-aggregate.ts';
import type { Role, StreamType } from './log/event-envelope.ts';
import { ticketAggregate } from './ticket/ticket-aggregate.ts';

/** Every kind of stream the log and the sync carry. */
export const aggregates: Readonly<Record<StreamType, AnyAggregate>> = {
  case: anyAggregate(caseAggregate),
  alert: anyAggregate(alertAggregate),
  ticket: anyAggregate(ticketAggregate),
};

/** Kinds of stream that a role's station is given. A grid worker follows alerts up and handles no application or complaint. */
export const streamTypesFor = (role: Role): readonly StreamType[] =>
  role === 'grid' ? ['alert'] : ['case', 'alert', 'ticket'];
