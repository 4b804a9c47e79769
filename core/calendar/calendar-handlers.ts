import { storeOf } from '../context.ts';
import { done, passOn, refuse, type HandlersOf } from '../handler.ts';
import { installCalendar, installedSerial, readCalendarFile } from './installed-calendar.ts';

export const calendarHandlers: HandlersOf<'calendar.status' | 'calendar.import'> = {
  async 'calendar.status'(_call, core) {
    const years = Object.keys(core.ports.calendar).map(Number);
    return done({ years: years.sort(), serial: await installedSerial(storeOf(core)) });
  },

  async 'calendar.import'({ binary }, core) {
    const file = readCalendarFile(binary);
    if (!file) return refuse('calendar.unreadable', {});
    const installed = await installCalendar(core.ports, storeOf(core), file);
    if (!installed.ok) return passOn('calendar.import', installed.failure);
    const { serial, added, changed } = installed.value;
    core.tell({ type: 'sync.changed' });
    return done({ serial, added: added.map(Number), changed: changed.map(({ year }) => Number(year)) });
  },
};
