import { afterEach, beforeEach, expect, it } from 'vitest';
import { nameBook } from '../../core/alerts/name-book.ts';
import { Names } from '../../core/process/names.ts';
import type { Actor } from '../../domain/log/event-envelope.ts';
import { CoreFixture } from '../testing/core-fixture.ts';
import { people } from '../testing/district-double.ts';

let fixture: CoreFixture;
beforeEach(async () => {
  fixture = await CoreFixture.open();
  await fixture.login('clerk');
});
afterEach(() => fixture.close());

const [system, portal, stranger] = ['1', '2', '3'].map((n) => `01900000-0000-7000-8000-00000000000${n}`);
const events = (
  [
    [system, 'system'],
    [portal, 'portal'],
    [stranger, 'windowClerk'],
    [people.clerk.id, 'windowClerk'],
  ] as [string, Actor['role']][]
).map(([accountId, role]) => ({ actor: { accountId, role, areaCode: '500107' } }));

it('the server and the portal have a name where they have acted, and staff unknown here have none', async () => {
  const { read } = fixture.store;
  const names = await Names.of(read, events);
  const book = await nameBook(read, fixture.ports, events);
  for (const nameOf of [(id: string) => names.name(id), (id: string) => book.person(id)])
    expect([system!, portal!, stranger!, people.clerk.id].map(nameOf)).toEqual([
      ...['区级服务器', '网上申请', '', people.clerk.displayName],
    ]);
  expect((await Names.of(read)).name(system!)).toBe('');
  // Nobody to hand anything to.
  expect(book.colleagues.map(({ accountId }) => accountId)).not.toContain(system);
});
