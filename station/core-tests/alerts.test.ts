import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AlertCommand } from '../../domain/alert/alert-commands.ts';
import { CoreFixture } from '../testing/core-fixture.ts';
import { people, town } from '../testing/district-double.ts';

let fixture: CoreFixture;
beforeEach(async () => {
  fixture = await CoreFixture.open();
  for (const who of ['clerk', 'other', 'reviewer', 'head'] as const) await fixture.login(who);
});
afterEach(() => fixture.close());

const raise = (over: object = {}): AlertCommand => ({
  type: 'raise',
  source: 'hotline',
  seen: '邻居来电说老人三天没有出门',
  person: { name: '张示例', phone: '13800000000', address: '虚构路1号' },
  placeCode: `${town}001`,
  seenOn: '2026-03-10',
  ...over,
});
const act = async (who: keyof typeof people, alertId: string | null, command: AlertCommand) =>
  (await fixture.must(who, 'alert.act', { alertId, command })).alertId;
const toClerk: AlertCommand = {
  type: 'assign',
  to: { level: 'town', areaCode: town, accountId: people.clerk.id },
  note: '请上门看看',
  reportBy: '2026-03-17',
};
const list = (who: keyof typeof people, filter: 'open' | 'mine' | 'overdue' | 'reported' | 'closed') =>
  fixture.must(who, 'alert.list', { filter, offset: 0, limit: 50 });
const read = async (who: keyof typeof people, alertId: string) =>
  (await fixture.must(who, 'alert.read', { alertId })).alert;

it('goes from the clerk’s call to the visit and is closed by who gave it', async () => {
  const id = await act('clerk', null, raise());
  expect((await list('reviewer', 'mine')).alerts[0]).toMatchObject({
    ...{ id, step: 'OPEN', maskedName: '张**', due: '2026-03-12', overdue: false },
    holder: { desk: { level: 'town', areaCode: town, accountId: null }, personName: '' },
  });
  expect((await list('clerk', 'mine')).total).toBe(0);
  await act('reviewer', id, toClerk);
  const mine = await list('clerk', 'mine');
  expect(mine.alerts[0]).toMatchObject({ step: 'ASSIGNED', due: '2026-03-17' });
  expect(mine.alerts[0]?.holder.personName).toBe(people.clerk.displayName);
  expect((await read('clerk', id)).actions).toEqual(['accept', 'return']);
  await act('clerk', id, { type: 'accept' });
  await act('clerk', id, {
    ...{ type: 'report', visitedOn: '2026-03-10', result: 'needHelp', findings: '独居，没有收入' },
  });
  expect((await list('reviewer', 'reported')).total).toBe(1);
  const close: AlertCommand = { type: 'close', conclusion: '已帮助申请' };
  expect((await fixture.refused('reviewer', 'alert.act', { alertId: id, command: close })).code).toBe(
    'alert.noApplication',
  );
  const link: AlertCommand = { type: 'linkCase', caseId: people.clerk.id };
  expect((await fixture.refused('clerk', 'alert.act', { alertId: id, command: link })).code).toBe(
    'case.notFound',
  );
  const alert = await read('reviewer', id);
  expect(alert.person).toEqual({ name: '张示例', phone: '13800000000', address: '虚构路1号' });
  expect(alert.handOvers.map(({ kind, byName }) => [kind, byName])).toEqual([
    ['raised', people.clerk.displayName],
    ['assigned', people.reviewer.displayName],
    ['accepted', people.clerk.displayName],
  ]);
  expect(alert.followUps).toEqual([
    {
      byName: people.clerk.displayName,
      on: '2026-03-10',
      visitedOn: '2026-03-10',
      findings: '独居，没有收入',
      result: 'needHelp',
    },
  ]);
  expect(alert.summary.sync).not.toBe('attention');
});

it('is listed due first, by pages, with the overdue apart', async () => {
  const first = await act('clerk', null, raise());
  fixture.clock.now = new Date('2026-03-11T02:00:00.000Z');
  const second = await act('clerk', null, raise({ placeCode: town }));
  fixture.clock.now = new Date('2026-03-13T02:00:00.000Z');
  const { alerts, counts, total } = await list('head', 'open');
  expect(alerts.map(({ id, overdue }) => [id, overdue])).toEqual([
    [first, true],
    [second, false],
  ]);
  expect(counts).toEqual({ open: 2, mine: 0, overdue: 1, reported: 0, closed: 0 });
  expect(total).toBe(2);
  const page = await fixture.must('head', 'alert.list', { filter: 'open', offset: 1, limit: 1 });
  expect(page.alerts.map(({ id }) => id)).toEqual([second]);
  expect(page.total).toBe(2);
  const up = await act('reviewer', first, { type: 'escalate', reason: '超期' });
  expect((await list('head', 'mine')).alerts.map(({ id }) => id)).toEqual([up]);
});

it('every look is written down, and no name leaves by log or list', async () => {
  const id = await act('clerk', null, raise());
  await read('reviewer', id);
  expect(await fixture.store.read.readRecords(id)).toMatchObject([
    { accountId: people.reviewer.id, caseId: id, purpose: 'handling', what: 'alert' },
  ]);
  expect(JSON.stringify(await list('clerk', 'open'))).not.toContain('张示例');
  expect(JSON.stringify(fixture.logged)).not.toContain('张示例');
});

it('is not found by another number, nor done by another office', async () => {
  const id = await act('clerk', null, raise());
  expect((await fixture.refused('clerk', 'alert.read', { alertId: people.clerk.id })).code).toBe(
    'alert.notFound',
  );
  const command: AlertCommand = { type: 'accept' };
  expect((await fixture.refused('clerk', 'alert.act', { alertId: id, command })).code).toBe(
    'case.notYourRole',
  );
  expect((await fixture.refused('clerk', 'alert.act', { alertId: people.clerk.id, command })).code).toBe(
    'alert.notFound',
  );
  const elsewhere = raise({ placeCode: '500107002' });
  expect((await fixture.refused('clerk', 'alert.act', { alertId: null, command: elsewhere })).code).toBe(
    'case.notYourArea',
  );
});
