import type { AlertSummary, AlertView } from '../../contract/views/alert-ticket.ts';
import { alertActions } from '../../domain/alert/alert-actions.ts';
import { alertDue, isPast } from '../../domain/alert/alert-clock.ts';
import type { AlertState } from '../../domain/alert/alert-state.ts';
import type { DecideContext } from '../../domain/log/decision.ts';
import { maskName } from '../../domain/privacy/mask.ts';
import { syncStateOf } from '../cases/case-row.ts';
import type { StoreReader } from '../ports/store.ts';
import type { NameBook } from './name-book.ts';
import type { Listed } from './record-list.ts';

export async function alertSummary(
  reader: StoreReader,
  { id, due, state }: Listed<AlertState>,
  names: NameBook,
  today: string,
): Promise<AlertSummary> {
  const { step, source, person, raisedOn, holder } = state;
  return {
    ...{ id, step, source, raisedOn, due, overdue: isPast(due, today) },
    maskedName: person.name === null ? '' : maskName(person.name),
    address: person.address,
    holder: names.desk(holder),
    sync: syncStateOf(await reader.outboxOfCase(id)),
  };
}

export async function alertView(
  reader: StoreReader,
  id: string,
  state: AlertState,
  names: NameBook,
  context: DecideContext,
): Promise<AlertView> {
  const { seen, person, placeCode, seenOn, raisedBy, reportBy, handOvers, followUps, caseId, closed } = state;
  return {
    summary: await alertSummary(reader, { id, due: alertDue(state, context), state }, names, context.today),
    ...{ seen, person, placeCode, seenOn, reportBy, caseId },
    placeName: names.place(placeCode),
    raisedByName: names.person(raisedBy),
    handOvers: handOvers.map(({ kind, from, to, by, on, note }) => ({
      ...{ kind, on, note, byName: names.person(by) },
      ...{ from: from && names.desk(from), to: names.desk(to) },
    })),
    followUps: followUps.map(({ by, ...visit }) => ({ ...visit, byName: names.person(by) })),
    caseCode: (caseId && (await reader.caseRow(caseId))?.caseCode) ?? null,
    closed: closed && { on: closed.on, conclusion: closed.conclusion, byName: names.person(closed.by) },
    actions: alertActions(state, context),
  };
}
