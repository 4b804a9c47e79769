import type { AlertFilter } from '../../contract/views/alert-ticket.ts';
import { alertAggregate } from '../../domain/alert/alert-aggregate.ts';
import { isPast } from '../../domain/alert/alert-clock.ts';
import { mayReadAlert, mayTake } from '../../domain/alert/alert-rights.ts';
import { AlertState } from '../../domain/alert/alert-state.ts';
import { withinArea } from '../../domain/log/decision.ts';
import type { Actor } from '../../domain/log/event-envelope.ts';
import { foldStream } from '../../domain/log/fold-stream.ts';
import { nowIso, storeOf, today } from '../context.ts';
import { done, passOn, refuse, type HandlersOf } from '../handler.ts';
import { actorOf } from '../session/actor.ts';
import { actOnStream } from '../streams/act-on-stream.ts';
import { alertSummary, alertView } from './alert-view.ts';
import { settingNow } from './decide-setting.ts';
import { nameBook } from './name-book.ts';
import { readableRecords, type Listed } from './record-list.ts';

type Names = 'alert.list' | 'alert.read' | 'alert.act' | 'alert.colleagues';
type Test = (listed: Listed<AlertState>, actor: Actor, today: string) => boolean;

const atWork: readonly string[] = ['OPEN', 'ASSIGNED', 'ACCEPTED'];
const filters: Readonly<Record<AlertFilter, Test>> = {
  open: ({ state }) => state.step !== 'CLOSED',
  mine: ({ state }, actor) => atWork.includes(state.step) && mayTake(actor, state.holder),
  overdue: ({ due }, _actor, day) => isPast(due, day),
  reported: ({ state }) => state.step === 'REPORTED',
  closed: ({ state }) => state.step === 'CLOSED',
};

export const alertHandlers: HandlersOf<Names> = {
  async 'alert.list'({ input, session }, core) {
    const { ports } = core;
    const { read } = storeOf(core);
    const actor = actorOf(session);
    const day = today(ports);
    const mayRead = (state: AlertState): boolean => mayReadAlert(state, actor);
    const all = await readableRecords(read, 'alert', session, AlertState, mayRead, ports);
    const of = (filter: AlertFilter) => all.filter((listed) => filters[filter](listed, actor, day));
    const found = of(input.filter);
    const names = await nameBook(read, ports);
    const alerts = [];
    for (const listed of found.slice(input.offset, input.offset + input.limit))
      alerts.push(await alertSummary(read, listed, names, day));
    const counts = {
      ...{ open: of('open').length, mine: of('mine').length, overdue: of('overdue').length },
      ...{ reported: of('reported').length, closed: of('closed').length },
    };
    return done({ alerts, total: found.length, counts });
  },

  /** Whom it is about is read here: who looked is written down before anything is shown (L §70). */
  async 'alert.read'({ input, session }, core) {
    const { ports } = core;
    return storeOf(core).write(async (tx) => {
      const events = await tx.stream(input.alertId);
      if (events[0]?.streamType !== 'alert') return refuse('alert.notFound', {});
      const { state, brokenAt } = foldStream(alertAggregate, events, ports.sha256Text);
      const context = settingNow(ports, session, events);
      if (!state || !context || brokenAt !== null) return refuse('case.tampered', { version: brokenAt ?? 1 });
      if (!withinArea(context.actor, state.placeCode)) return refuse('case.notYourArea', {});
      if (!mayReadAlert(state, context.actor)) return refuse('case.notYourRole', {});
      const { id: accountId } = session.account;
      const look = { caseId: input.alertId, purpose: 'handling', what: 'alert' };
      await tx.addReadRecord({ at: nowIso(ports), accountId, ...look });
      const names = await nameBook(tx, ports, events);
      return done({ alert: await alertView(tx, input.alertId, state, names, context) });
    });
  },

  async 'alert.act'({ input, session }, core) {
    const { alertId, command } = input;
    if (command.type === 'linkCase') {
      const row = await storeOf(core).read.caseRow(command.caseId);
      if (!row || !withinArea(actorOf(session), row.townCode)) return refuse('case.notFound', {});
    }
    const acted = await actOnStream(core, session, 'alert', alertId, command);
    return acted.ok ? done({ alertId: acted.streamId }) : passOn('alert.act', acted.failure);
  },

  async 'alert.colleagues'(_call, core) {
    const { colleagues } = await nameBook(storeOf(core).read, core.ports);
    return done({ colleagues });
  },
};
