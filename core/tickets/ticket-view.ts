import type { TicketSummary, TicketView } from '../../contract/views/alert-ticket.ts';
import { isPast } from '../../domain/alert/alert-clock.ts';
import type { DecideContext } from '../../domain/log/decision.ts';
import { maskName } from '../../domain/privacy/mask.ts';
import { ticketActions } from '../../domain/ticket/ticket-actions.ts';
import { reopenUntil, ticketDue } from '../../domain/ticket/ticket-clock.ts';
import type { TicketState } from '../../domain/ticket/ticket-state.ts';
import { syncStateOf } from '../cases/case-row.ts';
import type { NameBook } from '../alerts/name-book.ts';
import type { Listed } from '../alerts/record-list.ts';
import type { StoreReader } from '../ports/store.ts';

const firstWords = 40;

/** A list shows nothing of what a confidential ticket is about, nor who asked. */
export async function ticketSummary(
  reader: StoreReader,
  { id, due, state }: Listed<TicketState>,
  names: NameBook,
  today: string,
): Promise<TicketSummary> {
  const { step, kind, person, what, receivedOn, owner, confidential } = state;
  return {
    ...{ id, step, kind, receivedOn, due, overdue: isPast(due, today), confidential },
    maskedName: confidential || person.name === null ? '' : maskName(person.name),
    about: confidential ? '' : [...what].slice(0, firstWords).join(''),
    owner: names.desk(owner),
    sync: syncStateOf(await reader.outboxOfCase(id)),
  };
}

export async function ticketView(
  reader: StoreReader,
  id: string,
  state: TicketState,
  names: NameBook,
  context: DecideContext,
): Promise<TicketView> {
  const { channel, person, what, placeCode, about, limit, openedOn, closedOn } = state;
  const due = ticketDue(state, context.calendar);
  return {
    summary: await ticketSummary(reader, { id, due, state }, names, context.today),
    ...{ channel, person, what, placeCode, limit, openedOn, closedOn },
    placeName: names.place(placeCode),
    about: about && { ...about, name: names.person(about.accountId) },
    openedByName: names.person(state.openedBy),
    ownerChanges: state.ownerChanges.map(({ kind, from, to, by, on, reason }) => ({
      ...{ kind, on, reason, byName: names.person(by) },
      ...{ from: from && names.desk(from), to: names.desk(to) },
    })),
    answers: state.answers.map(({ by, ...answer }) => ({ ...answer, byName: names.person(by) })),
    reopened: state.reopened.map(({ by, ...again }) => ({ ...again, byName: names.person(by) })),
    reopenUntil: reopenUntil(state),
    actions: ticketActions(state, context),
  };
}
