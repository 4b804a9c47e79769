import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TicketCommand, TicketCommandOf } from '../../domain/ticket/ticket-commands.ts';
import { CoreFixture } from '../testing/core-fixture.ts';
import { people, town } from '../testing/district-double.ts';

let fixture: CoreFixture;
beforeEach(async () => {
  fixture = await CoreFixture.open();
  for (const who of ['clerk', 'other', 'reviewer', 'head'] as const) await fixture.login(who);
});
afterEach(() => fixture.close());

type Who = keyof typeof people;
const named = (who: Who) => ({
  accountId: people[who].id,
  role: people[who].role,
  areaCode: people[who].areaCode,
});
const open = (over: Partial<TicketCommandOf<'open'>> = {}): TicketCommand => ({
  ...{ type: 'open', kind: 'hotline', channel: 'phone', receivedOn: '2026-03-10', limit: null },
  person: { name: '李虚构', phone: '13800000000', address: null },
  ...{ what: '低保什么时候发', placeCode: town, about: null, confidential: false, owner: named('reviewer') },
  ...over,
});
const act = async (who: Who, ticketId: string | null, command: TicketCommand) =>
  (await fixture.must(who, 'ticket.act', { ticketId, command })).ticketId;
const refused = async (who: Who, ticketId: string | null, command: TicketCommand) =>
  (await fixture.refused(who, 'ticket.act', { ticketId, command })).code;
const list = (who: Who, filter: 'open' | 'mine' | 'overdue' | 'answered' | 'closed' = 'open') =>
  fixture.must(who, 'ticket.list', { filter, offset: 0, limit: 50 });
const answer: TicketCommand = { type: 'answer', way: 'phone', toldOn: '2026-03-10', text: '每月十日以前' };

it('is owned, answered, closed and taken up again', async () => {
  const id = await act('clerk', null, open());
  expect((await list('reviewer', 'mine')).tickets[0]).toMatchObject({
    ...{ id, kind: 'hotline', maskedName: '李**', about: '低保什么时候发', due: '2026-03-17' },
    owner: { personName: people.reviewer.displayName },
  });
  expect(await refused('reviewer', id, { type: 'close' })).toBe('ticket.unanswered');
  expect(await refused('clerk', id, answer)).toBe('case.notYourRole');
  await act('reviewer', id, answer);
  await act('reviewer', id, { type: 'close' });
  fixture.clock.now = new Date('2026-03-20T02:00:00.000Z');
  await act('clerk', id, { type: 'reopen', reason: '没有收到' });
  const { ticket } = await fixture.must('reviewer', 'ticket.read', { ticketId: id });
  expect(ticket).toMatchObject({
    summary: { step: 'OPEN', due: '2026-03-27' },
    answers: [{ byName: people.reviewer.displayName, text: '每月十日以前' }],
    reopened: [{ byName: people.clerk.displayName, reason: '没有收到' }],
    actions: ['answer', 'handOver', 'escalate'],
  });
  expect(await fixture.store.read.readRecords(id)).toMatchObject([
    { accountId: people.reviewer.id, what: 'ticket' },
  ]);
});

it('a confidential one shows to its owner and the named roles only, and tells nothing in lists', async () => {
  const secret = (who: Who) => open({ confidential: true, owner: named(who) });
  for (const who of ['other', 'reviewer'] as const)
    expect(await refused('clerk', null, secret(who))).toBe('ticket.ownerConfidential');
  const id = await act('clerk', null, secret('head'));
  const { items } = await fixture.must('clerk', 'outbox.list', {});
  expect(items.map(({ label }) => label)).toEqual([`诉求 ${id.slice(-6).toUpperCase()}`]);
  for (const who of ['clerk', 'other', 'reviewer'] as const) {
    expect((await list(who)).total).toBe(0);
    expect((await list(who)).counts.open).toBe(0);
    expect((await fixture.refused(who, 'ticket.read', { ticketId: id })).code).toBe('ticket.notFound');
    expect(await refused(who, id, { type: 'escalate', requested: true, reason: '-' })).toBe(
      'case.notYourRole',
    );
  }
  expect((await list('head')).tickets[0]).toMatchObject({
    ...{ id, confidential: true, about: '', maskedName: '' },
  });
  const { ticket } = await fixture.must('head', 'ticket.read', { ticketId: id });
  expect(ticket.what).toBe('低保什么时候发');
  expect((await fixture.store.read.readRecords(id)).map(({ what }) => what)).toEqual(['ticket.confidential']);
});

it('a complaint about somebody is kept from that person and from the house', async () => {
  const about = named('reviewer');
  expect(await refused('clerk', null, open({ kind: 'complaint', about, owner: named('clerk') }))).toBe(
    'ticket.ownerConflict',
  );
  const id = await act('clerk', null, open({ kind: 'complaint', about, owner: named('head') }));
  expect((await list('reviewer')).total).toBe(0);
  expect((await fixture.refused('reviewer', 'ticket.read', { ticketId: id })).code).toBe('ticket.notFound');
  const { ticket } = await fixture.must('head', 'ticket.read', { ticketId: id });
  expect(ticket.about).toEqual({ ...about, name: people.reviewer.displayName });
});

it('an owner is who the district says they are, whatever the page says', async () => {
  const posing = { ...named('reviewer'), role: 'townHead' as const };
  expect(await refused('clerk', null, open({ owner: posing }))).toBe('ticket.ownerElsewhere');
  const nobody = { ...named('reviewer'), accountId: '01900000-0000-7000-8000-0000000000ff' };
  expect(await refused('clerk', null, open({ owner: nobody }))).toBe('ticket.ownerElsewhere');
  const id = await act('clerk', null, open());
  expect(await refused('reviewer', id, { type: 'handOver', to: posing, reason: '-' })).toBe(
    'ticket.ownerElsewhere',
  );
  await act('reviewer', id, { type: 'handOver', to: named('other'), reason: '休假' });
});

it('goes up when overdue, to a desk where somebody takes it', async () => {
  const id = await act('clerk', null, open());
  expect(await refused('clerk', id, { type: 'escalate', requested: false, reason: '-' })).toBe(
    'ticket.notOverdue',
  );
  fixture.clock.now = new Date('2026-03-18T02:00:00.000Z');
  expect((await list('clerk', 'overdue')).total).toBe(1);
  await act('clerk', id, { type: 'escalate', requested: false, reason: '超期' });
  expect((await list('head', 'mine')).tickets[0]?.owner).toMatchObject({
    desk: { level: 'district', accountId: null },
    personName: '',
  });
  await act('head', id, { type: 'take' });
  expect((await fixture.must('head', 'ticket.read', { ticketId: id })).ticket.actions).toContain('answer');
});
