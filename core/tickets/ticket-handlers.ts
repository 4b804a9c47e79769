import type { TicketFilter } from '../../contract/views/alert-ticket.ts';
import { isPast } from '../../domain/alert/alert-clock.ts';
import type { Actor } from '../../domain/log/event-envelope.ts';
import { foldStream } from '../../domain/log/fold-stream.ts';
import { ticketAggregate } from '../../domain/ticket/ticket-aggregate.ts';
import { mayReadTicket, mayTakeTicket } from '../../domain/ticket/ticket-rights.ts';
import { TicketState } from '../../domain/ticket/ticket-state.ts';
import { settingNow } from '../alerts/decide-setting.ts';
import { nameBook } from '../alerts/name-book.ts';
import { readableRecords, type Listed } from '../alerts/record-list.ts';
import { nowIso, storeOf, today } from '../context.ts';
import { done, passOn, refuse, type HandlersOf } from '../handler.ts';
import { actorOf } from '../session/actor.ts';
import { actOnStream } from '../streams/act-on-stream.ts';
import { namesKnownOwner } from './known-owner.ts';
import { ticketSummary, ticketView } from './ticket-view.ts';

type Test = (listed: Listed<TicketState>, actor: Actor, today: string) => boolean;

const filters: Readonly<Record<TicketFilter, Test>> = {
  open: ({ state }) => state.step === 'OPEN',
  mine: ({ state }, actor) =>
    (state.step !== 'CLOSED' && state.owner.accountId === actor.accountId) ||
    (state.step === 'OPEN' && mayTakeTicket(state, actor)),
  overdue: ({ due }, _actor, day) => isPast(due, day),
  answered: ({ state }) => state.step === 'ANSWERED',
  closed: ({ state }) => state.step === 'CLOSED',
};

export const ticketHandlers: HandlersOf<'ticket.list' | 'ticket.read' | 'ticket.act'> = {
  async 'ticket.list'({ input, session }, core) {
    const { ports } = core;
    const { read } = storeOf(core);
    const actor = actorOf(session);
    const day = today(ports);
    const mayRead = (state: TicketState): boolean => mayReadTicket(state, actor);
    const all = await readableRecords(read, 'ticket', session, TicketState, mayRead, ports);
    const of = (filter: TicketFilter) => all.filter((listed) => filters[filter](listed, actor, day));
    const found = of(input.filter);
    const names = await nameBook(read, ports);
    const tickets = [];
    for (const listed of found.slice(input.offset, input.offset + input.limit))
      tickets.push(await ticketSummary(read, listed, names, day));
    const counts = {
      ...{ open: of('open').length, mine: of('mine').length, overdue: of('overdue').length },
      ...{ answered: of('answered').length, closed: of('closed').length },
    };
    return done({ tickets, total: found.length, counts });
  },

  /** Who looked is written down before anything is shown (L §70). A ticket one may not read is not there. */
  async 'ticket.read'({ input, session }, core) {
    const { ports } = core;
    const { ticketId } = input;
    return storeOf(core).write(async (tx) => {
      const events = await tx.stream(ticketId);
      if (events[0]?.streamType !== 'ticket') return refuse('ticket.notFound', {});
      const { state, brokenAt } = foldStream(ticketAggregate, events, ports.sha256Text);
      const context = settingNow(ports, session, events);
      if (!state || !context || brokenAt !== null) return refuse('case.tampered', { version: brokenAt ?? 1 });
      if (!mayReadTicket(state, context.actor)) return refuse('ticket.notFound', {});
      const { id: accountId } = session.account;
      const what = state.confidential ? 'ticket.confidential' : 'ticket';
      const look = { caseId: ticketId, purpose: 'handling', what };
      await tx.addReadRecord({ at: nowIso(ports), accountId, ...look });
      const names = await nameBook(tx, ports, events);
      return done({ ticket: await ticketView(tx, ticketId, state, names, context) });
    });
  },

  async 'ticket.act'({ input, session }, core) {
    const { ticketId, command } = input;
    if (!(await namesKnownOwner(storeOf(core).read, command))) return refuse('ticket.ownerElsewhere', {});
    const acted = await actOnStream(core, session, 'ticket', ticketId, command);
    return acted.ok ? done({ ticketId: acted.streamId }) : passOn('ticket.act', acted.failure);
  },
};
