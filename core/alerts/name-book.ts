import type { Colleague, DeskView } from '../../contract/views/alert-ticket.ts';
import type { Office } from '../../domain/alert/office.ts';
import type { EventEnvelope } from '../../domain/log/event-envelope.ts';
import { serverNames } from '../process/server-names.ts';
import type { Ports } from '../ports/ports.ts';
import type { StoreReader } from '../ports/store.ts';

/** Names of people and places as this station knows them. */
export interface NameBook {
  /** Empty for somebody unknown here. */
  person(accountId: string | null): string;
  place(areaCode: string): string;
  desk(office: Office): DeskView;
  colleagues: Colleague[];
}

/** With the events of a stream also the district's server, where it has acted in it. */
export async function nameBook(
  reader: StoreReader,
  { places }: Pick<Ports, 'places'>,
  events: readonly Pick<EventEnvelope, 'actor'>[] = [],
): Promise<NameBook> {
  const accounts = await reader.accounts();
  const people = new Map([
    ...serverNames(events),
    ...accounts.map(({ id, displayName }) => [id, displayName] as const),
  ]);
  const areas = new Map(accounts.map(({ areaCode, areaName }) => [areaCode, areaName]));
  for (const { code, name, villages } of places) {
    areas.set(code, name);
    for (const village of villages) areas.set(village.code, `${name} ${village.name}`);
  }
  const person = (accountId: string | null): string => people.get(accountId ?? '') ?? '';
  const place = (areaCode: string): string => areas.get(areaCode) ?? areaCode;
  const colleagues = accounts.map(({ id, displayName, role, areaCode }) => ({
    ...{ accountId: id, name: displayName, role, areaCode, areaName: place(areaCode) },
  }));
  const desk = (office: Office): DeskView => ({
    desk: office,
    placeName: place(office.areaCode),
    personName: person(office.accountId),
  });
  return { person, place, desk, colleagues };
}
