import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PushItem } from '../../contract/sync/push.ts';
import type { AlertCommand } from '../../domain/alert/alert-commands.ts';
import type { EventEnvelope } from '../../domain/log/event-envelope.ts';
import { sampleSubmit } from '../../domain/testing/sample-application.ts';
import type { TicketCommand } from '../../domain/ticket/ticket-commands.ts';
import { onEachDatabase } from '../testing/databases.ts';
import { decideItem, newCase, streamItem } from '../testing/push-items.ts';
import { only, startTestServer, type SignedIn, type TestServer } from '../testing/test-server.ts';

const town = '500107001';
/** Of the commands below: nothing is overdue yet. */
const now = new Date('2025-01-24T03:00:00.000Z');
const [here, there] = ['500107001001', '500107001002'];
const place = { person: { name: null, phone: null, address: '虚构路3号' }, seenOn: '2025-01-23' };
const raise = (placeCode: string, source: 'village' | 'hotline'): AlertCommand => ({
  ...{ type: 'raise', source, seen: '示例：独居老人几天没有出门', placeCode },
  ...place,
});
const assignTo = (level: 'village' | 'town', areaCode: string): AlertCommand => ({
  ...{ type: 'assign', to: { level, areaCode, accountId: null }, note: '示例：请上门看看', reportBy: null },
});

onEachDatabase('streams of every kind', (newDatabase) => {
  let server: TestServer;
  const who: Record<string, SignedIn> = {};
  const as = (name: string): SignedIn => who[name]!;
  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await newDatabase(), now: () => now });
    who['clerk'] = await server.signIn('clerk', 'windowClerk', town);
    who['head'] = await server.signIn('head', 'townHead', town);
    who['elsewhere'] = await server.signIn('elsewhere', 'townHead', '500107002');
    who['here'] = await server.signIn('here', 'village', here!);
    who['there'] = await server.signIn('there', 'village', there!);
    who['grid'] = await server.signIn('grid', 'grid', here!);
    who['district'] = await server.signIn('district', 'districtReviewer', '500107');
  });
  afterAll(() => server.close());

  const outcome = async (name: string, item: unknown) => {
    const answer = only((await as(name).push([item])).answers);
    return answer.outcome === 'rejected' ? answer.code : answer.outcome;
  };
  const accepted = async (name: string, item: PushItem): Promise<PushItem> => {
    expect(await outcome(name, item)).toBe('accepted');
    return item;
  };
  const given = async (name: string, streamId: string, confidential = false): Promise<EventEnvelope[]> => {
    const { events } = await as(name).pull(0, confidential);
    return events.filter(({ event }) => event.streamId === streamId).map(({ event }) => event);
  };
  const versions = async (name: string, streamId: string) =>
    (await given(name, streamId)).map((event) => event.version);

  it('takes an alert and gives it to everybody of its area, without a number', async () => {
    const item = streamItem(as('here'), 'alert', raise(here!, 'village'));
    const answer = only((await as('here').push([item])).answers);
    expect(answer).toMatchObject({ outcome: 'accepted', caseNo: '' });
    for (const name of ['here', 'grid', 'clerk', 'district'])
      expect(await given(name, item.streamId), name).toEqual(item.events);
    for (const name of ['there', 'elsewhere']) expect(await given(name, item.streamId), name).toEqual([]);
    const { events } = await as('clerk').pull();
    expect(events.find(({ event }) => event.streamId === item.streamId)?.caseNo).toBe('');
    expect(await outcome('here', item)).toBe('accepted');
    await server.restart();
    expect(await versions('clerk', item.streamId)).toEqual([1]);
  });

  it('gives a village the cases of its own only, and a grid worker none', async () => {
    const mine = newCase(as('clerk'));
    const sample = sampleSubmit(undefined, undefined, '2025-01-24');
    const application = { ...sample.application, villageCode: there! };
    const other = decideItem(as('clerk'), { ...sample, application, draftId: randomUUID() });
    for (const item of [mine, other]) await accepted('clerk', item);
    expect(await given('here', mine.streamId)).toEqual(mine.events);
    expect(await given('here', other.streamId)).toEqual([]);
    expect(await given('there', other.streamId)).toEqual(other.events);
    expect(await given('grid', mine.streamId)).toEqual([]);
    for (const { streamId } of [mine, other]) expect(await given('clerk', streamId)).not.toEqual([]);
    expect((await as('grid').pull()).events.every(({ event }) => event.streamType === 'alert')).toBe(true);
  });

  it('gives a stream that moved whole to where it lies now, and its leaving to where it was', async () => {
    const raised = await accepted('clerk', streamItem(as('clerk'), 'alert', raise(town, 'hotline')));
    const { streamId } = raised;
    let stream = raised.events;
    const assign = async (to: AlertCommand) => {
      const item = await accepted('head', streamItem(as('head'), 'alert', to, stream));
      stream = [...stream, ...item.events];
    };
    expect(await versions('here', streamId)).toEqual([]);
    await assign(assignTo('village', here!));
    expect(await versions('here', streamId)).toEqual([1, 2]);
    const { cursor } = await as('here').pull();
    await assign(assignTo('village', there!));
    expect(await versions('there', streamId)).toEqual([1, 2, 3]);
    expect((await as('here').pull(cursor)).events.map(({ event }) => event.version)).toContain(3);
    await assign({ ...assignTo('village', there!), note: '示例：再去一次' } as AlertCommand);
    expect(await versions('here', streamId)).toEqual([1, 2, 3]);
    await assign(assignTo('village', here!));
    expect(await given('here', streamId)).toEqual(stream);
    expect(await given('clerk', streamId)).toEqual(stream);
  });

  it('gives confidential streams to the few roles that ask for them, and to nobody else', async () => {
    const { accountId } = as('head').actor;
    const open: TicketCommand = {
      ...{ type: 'open', kind: 'complaint', channel: 'visit', receivedOn: '2025-01-23' },
      ...{ person: { name: null, phone: null, address: null }, what: '示例投诉内容', placeCode: town },
      ...{ about: null, confidential: true, limit: null },
      owner: { accountId, role: 'townHead', areaCode: town },
    };
    const { streamId, events } = await accepted('clerk', streamItem(as('clerk'), 'ticket', open));
    for (const name of Object.keys(who)) expect(await given(name, streamId), name).toEqual([]);
    for (const name of ['head', 'district']) expect(await given(name, streamId, true), name).toEqual(events);
    expect(await given('elsewhere', streamId, true)).toEqual([]);
    for (const name of ['clerk', 'here', 'grid']) {
      const asked = await server.get('/v1/sync/pull?after=0&confidential=1', as(name).token);
      expect(asked, name).toMatchObject({ status: 403, json: { code: 'session.notAllowed' } });
    }
    const plain = (await as('head').pull(0, true)).events.map(({ event }) => event.streamType);
    expect(new Set(plain)).toEqual(new Set(['ticket']));
  });

  it('keeps what is about a town’s head out of the town altogether', async () => {
    const { accountId } = as('district').actor;
    const open: TicketCommand = {
      ...{ type: 'open', kind: 'complaint', channel: 'phone', receivedOn: '2025-01-23' },
      ...{ person: { name: null, phone: null, address: null }, what: '示例投诉内容', placeCode: town },
      about: { accountId: as('head').actor.accountId, role: 'townHead', areaCode: town },
      ...{ confidential: false, limit: null },
      owner: { accountId, role: 'districtReviewer', areaCode: '500107' },
    };
    const item = await accepted('district', streamItem(as('district'), 'ticket', open));
    expect(await given('district', item.streamId, true)).toEqual(item.events);
    expect(await given('head', item.streamId, true)).toEqual([]);
  });

  it('links an alert to a case it has, within the area of who links it', async () => {
    let stream: EventEnvelope[] = [];
    const next = async (name: string, command: AlertCommand) => {
      const item = await accepted(name, streamItem(as(name), 'alert', command, stream));
      stream = [...stream, ...item.events];
    };
    await next('clerk', raise(here!, 'hotline'));
    await next('head', assignTo('village', here!));
    await next('here', { type: 'accept' });
    const report = { type: 'report', visitedOn: '2025-01-24', findings: '示例：需要帮助' } as const;
    await next('here', { ...report, result: 'needHelp' });
    const link = (name: string, caseId: string) =>
      streamItem(as(name), 'alert', { type: 'linkCase', caseId }, stream);
    const far = await server.signIn('far', 'windowClerk', '500107002');
    who['far'] = far;
    const sample = sampleSubmit(undefined, undefined, '2025-01-24');
    const inTown = (townCode: string, villageCode: string) => ({
      ...sample,
      draftId: randomUUID(),
      application: { ...sample.application, townCode, villageCode },
    });
    const elsewhere = await accepted('far', decideItem(far, inTown('500107002', '500107002001')));
    const nextDoor = await accepted('clerk', decideItem(as('clerk'), inTown(town, there!)));
    expect(await outcome('clerk', link('clerk', randomUUID()))).toBe('case.notFound');
    expect(await outcome('clerk', link('clerk', elsewhere.streamId))).toBe('case.notFound');
    expect(await outcome('here', link('here', nextDoor.streamId))).toBe('case.notFound');
    await accepted('clerk', link('clerk', nextDoor.streamId));
  });

  it('refuses a command or an event of another kind of stream', async () => {
    const alert = await accepted('here', streamItem(as('here'), 'alert', raise(here!, 'village')));
    const { streamId } = alert;
    const item = streamItem(as('here'), 'alert', raise(here!, 'village'));
    expect(await outcome('here', { ...item, streamType: 'ticket' })).toBe('call.malformed');
    expect(await outcome('here', { ...item, command: { type: 'accept', more: true } })).toBe(
      'call.malformed',
    );
    const events = item.events.map((event) => ({ ...event, streamType: 'ticket' }));
    expect(await outcome('here', { ...item, events })).toBe('sync.otherStream');
    const review = decideItem(as('clerk'), sampleSubmit(undefined, undefined, '2025-01-24'));
    const moved = review.events.map((event) => ({ ...event, streamId }));
    const onAlert = { ...review, streamId, events: moved, expectedVersion: 1 };
    expect(await outcome('clerk', onAlert)).toBe('sync.otherStream');
  });

  it('takes what a station sent before it knew of kinds, and the same command once more afterwards', async () => {
    const { streamType, ...old } = newCase(as('clerk'));
    const first = only((await as('clerk').push([old])).answers);
    expect(first).toMatchObject({ outcome: 'accepted', caseNo: expect.stringContaining('九低保') });
    expect(only((await as('clerk').push([{ ...old, streamType }])).answers)).toEqual(first);
  });

  it('moves the cursor past what lies elsewhere', async () => {
    const before = (await as('elsewhere').pull()).cursor;
    const item = await accepted('clerk', newCase(as('clerk')));
    const page = await as('elsewhere').pull(before);
    expect(page).toMatchObject({ events: [], more: false, cursor: before + item.events.length });
  });
});
