import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CoreNews } from '../../contract/envelope.ts';
import type { PushItem } from '../../contract/sync/push.ts';
import type { Ports } from '../../core/ports/ports.ts';
import type { AlertCommand } from '../../domain/alert/alert-commands.ts';
import { linkEvents } from '../../domain/log/chain.ts';
import type { TicketCommand } from '../../domain/ticket/ticket-commands.ts';
import { CoreFixture } from '../testing/core-fixture.ts';
import { fillDraft } from '../testing/demo-household.ts';
import { people, town } from '../testing/district-double.ts';

let fixture: CoreFixture;
const read = () => fixture.store.read;
const until = (check: () => Promise<unknown>) => vi.waitFor(check, { timeout: 10_000, interval: 10 });
const states = async (id: string) => (await read().outboxOfCase(id)).map((row) => row.state);

beforeEach(async () => {
  fixture = await CoreFixture.open();
  for (const who of ['clerk', 'reviewer', 'head'] as const) await fixture.login(who);
});
afterEach(() => fixture.close());

const raise: AlertCommand = {
  ...{ type: 'raise', source: 'hotline', seen: '示例：邻居来电', placeCode: `${town}001` },
  ...{ person: { name: null, phone: null, address: '虚构路1号' }, seenOn: '2026-03-10' },
};
const assign: AlertCommand = {
  ...{ type: 'assign', note: '示例：请上门看看', reportBy: '2026-03-17' },
  to: { level: 'town', areaCode: town, accountId: people.clerk.id },
};
const act = async (who: keyof typeof people, alertId: string | null, command: AlertCommand) =>
  (await fixture.must(who, 'alert.act', { alertId, command })).alertId;
const reject = (code: string) => (item: PushItem) => ({
  ...{ commandId: item.commandId, outcome: 'rejected' as const, code, data: {} },
});

describe('a stream that is no case', () => {
  it('is on record, listed, queued and told at once, and acknowledged by the district', async () => {
    const news: CoreNews[] = [];
    fixture.core.onNews((each) => news.push(each));
    const id = await act('clerk', null, raise);
    const record = await read().record(id);
    expect(record).toMatchObject({
      ...{ id, streamType: 'alert', areaCode: `${town}001`, step: 'OPEN', version: 1 },
      ...{ due: '2026-03-12', ownerId: null, confidential: false, body: { seen: '示例：邻居来电' } },
    });
    const [row, ...more] = await read().outboxOfCase(id);
    expect(more).toEqual([]);
    expect(row?.item).toMatchObject({ streamType: 'alert', expectedVersion: 0, command: raise });
    expect(news).toContainEqual({ type: 'record.changed', streamType: 'alert', id });
    await act('reviewer', id, assign);
    expect(await read().record(id)).toMatchObject({
      ...{ step: 'ASSIGNED', version: 2, ownerId: people.clerk.id, due: '2026-03-17' },
    });
    news.length = 0;
    fixture.core.start();
    await until(async () => expect(await states(id)).toEqual(['acknowledged', 'acknowledged']));
    await until(async () => expect(news).toContainEqual({ type: 'record.changed', streamType: 'alert', id }));
    expect(news.filter(({ type }) => type === 'case.changed')).toEqual([]);
    expect(fixture.logged).toEqual([]);
  });

  it('takes back a step the district rejects, and keeps a rejected beginning for a person', async () => {
    fixture.core.start();
    const id = await act('clerk', null, raise);
    await until(async () => expect(await states(id)).toEqual(['acknowledged']));
    fixture.district.judge = reject('case.notYourRole');
    await act('reviewer', id, assign);
    await until(async () => expect(await states(id)).toEqual(['acknowledged', 'attention']));
    expect(await read().record(id)).toMatchObject({ step: 'OPEN', version: 1 });
    expect(await read().stream(id)).toHaveLength(1);
    const other = await act('clerk', null, raise);
    await until(async () => expect(await states(other)).toEqual(['attention']));
    expect(await read().stream(other)).toHaveLength(1);
  });

  it('is not found under the id of a case, nor a case under its own', async () => {
    const draftId = await fillDraft(
      (name, input, binary) => fixture.must('clerk', name, input, binary),
      '2026-03-10',
    );
    const { caseId } = await fixture.must('clerk', 'application.submit', { draftId });
    const alert = { alertId: caseId, command: assign };
    expect((await fixture.refused('reviewer', 'alert.act', alert)).code).toBe('alert.notFound');
    const id = await act('clerk', null, raise);
    const dossier = { caseId: id, purpose: 'handling' as const };
    expect((await fixture.refused('clerk', 'case.dossier', dossier)).code).toBe('case.notFound');
  });

  it('sets aside what could not have happened, linked or not, and goes on with the rest', async () => {
    const id = await act('clerk', null, raise);
    fixture.core.start();
    await until(async () => expect(await states(id)).toEqual(['acknowledged']));
    const [event] = await read().stream(id);
    const next = (change: object) => {
      const loose = { ...event!, ...change, digest: undefined };
      return linkEvents([loose], event!, fixture.ports.sha256Text);
    };
    const setAside = () => fixture.logged.filter(({ code }) => code === 'sync.streamSetAside').length;
    // Raised twice; an event of another kind under the same id.
    for (const [order, change] of [{}, { streamType: 'ticket', type: 'ticket.closed' }].entries()) {
      fixture.district.take({ events: next({ ...change, id: `${event!.id.slice(0, -1)}${order}` }) });
      await until(async () => expect(setAside()).toBe(order + 1));
    }
    expect(await read().stream(id)).toEqual([event]);
    const other = await act('clerk', null, raise);
    await until(async () => expect(await states(other)).toEqual(['acknowledged']));
    expect(fixture.logged.map(({ code }) => code)).toEqual(['sync.streamSetAside', 'sync.streamSetAside']);
  });
});

it('sends a command that waited since before there were kinds of streams', async () => {
  const draftId = await fillDraft(
    (name, input, binary) => fixture.must('clerk', name, input, binary),
    '2026-03-10',
  );
  const { caseId } = await fixture.must('clerk', 'application.submit', { draftId });
  const row = (await read().outboxOfCase(caseId)).find(({ kind }) => kind === 'events')!;
  const { streamType, ...old } = row.item!;
  expect(streamType).toBe('case');
  await fixture.store.write((tx) => tx.saveOutbox({ ...row, item: old as PushItem }));
  fixture.core.start();
  await until(async () => expect((await read().outboxRow(row.id))?.state).toBe('acknowledged'));
  expect(fixture.district.pushes.flat()).toMatchObject([{ streamId: caseId, streamType: 'case' }]);
  expect((await read().caseRow(caseId))?.caseNo).toBe(fixture.district.caseNo(caseId));
});

it('fetches confidential streams apart, only for those who may read them', async () => {
  const open: TicketCommand = {
    ...{ type: 'open', kind: 'complaint', channel: 'visit', receivedOn: '2026-03-10' },
    ...{ person: { name: null, phone: null, address: null }, what: '示例投诉内容', placeCode: town },
    ...{ about: null, confidential: true, limit: null },
    owner: { accountId: people.head.id, role: 'districtHead', areaCode: '500107' },
  };
  const { ticketId } = await fixture.must('head', 'ticket.act', { ticketId: null, command: open });
  expect(await read().record(ticketId)).toMatchObject({ confidential: true, ownerId: people.head.id });
  const query = { streamType: 'ticket' as const, areaCode: '500107', steps: null, ownerId: null };
  const page = { offset: 0, limit: 9 };
  expect(await read().records({ ...query, ...page, confidential: false })).toEqual([]);
  expect(await read().records({ ...query, ...page, confidential: true })).toHaveLength(1);

  const sameDistrict = (ports: Ports): Ports => ({ ...ports, district: fixture.district });
  const [window, office] = [await CoreFixture.open(sameDistrict), await CoreFixture.open(sameDistrict)];
  fixture.district.confidentialStreams.add(ticketId);
  fixture.core.start();
  await until(async () => expect(await states(ticketId)).toEqual(['acknowledged']));
  await act('clerk', null, raise);
  await window.login('clerk');
  await office.login('head');
  for (const { core } of [window, office]) core.start();
  const alerts = { ...query, ...page, streamType: 'alert' as const, confidential: true };
  for (const { store } of [window, office])
    await until(async () => expect(await store.read.records(alerts)).toHaveLength(1));
  await until(async () =>
    expect(await office.store.read.record(ticketId)).toMatchObject({ confidential: true }),
  );
  expect(await window.store.read.stream(ticketId)).toEqual([]);
  for (const each of [window, office]) await each.close();
});
