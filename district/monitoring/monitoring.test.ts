import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configFromEnvironment } from '../config.ts';
import { onEachDatabase } from '../testing/databases.ts';
import { newCase, streamItem } from '../testing/push-items.ts';
import { only, startTestServer, type SignedIn, type TestServer } from '../testing/test-server.ts';
import type { MonitoringAlert } from './monitoring-schema.ts';

const key = 'fictional-monitoring-key-of-32-characters';
const village = '500107001001';
const now = new Date('2025-01-24T03:00:00.000Z');
const seen = '示例：低保家庭的残疾证这个月注销了';
type Sent = Omit<MonitoringAlert, 'person'> & { person?: Record<string, unknown> };
const fresh = (over: Partial<Sent> = {}): Sent => ({
  ...{ id: randomUUID(), seen, seenOn: '2025-01-23', place: { villageCode: village } },
  ...over,
});

onEachDatabase('monitoring feed', (newDatabase) => {
  let server: TestServer;
  let district: SignedIn;
  const logged: string[] = [];
  beforeAll(async () => {
    const note = (code: string, data: object = {}): number => logged.push(JSON.stringify({ code, ...data }));
    server = await startTestServer({
      databaseUrl: await newDatabase(),
      config: { monitoringKey: key },
      log: { info: note, error: note },
      now: () => now,
    });
    district = await server.signIn('district', 'districtReviewer', '500107');
  });
  afterAll(() => server.close());

  const send = (body: unknown, withKey = key) =>
    server.post('/v1/monitoring/alerts', body, undefined, { 'x-monitoring-key': withKey });
  const stream = async (id: string, who = district) =>
    (await who.pull()).events.flatMap(({ event }) => (event.streamId === id ? [event] : []));

  it('becomes an alert with the district, raised by the server itself', async () => {
    const person = { name: '李虚构', phone: '13800000000', address: '虚构路3号' };
    const body = fresh({ person });
    expect(await send(body)).toEqual({ status: 201, json: { alertId: body.id } });
    const raised = only(await stream(body.id));
    expect(raised).toMatchObject({
      ...{ streamType: 'alert', type: 'alert.raised', actor: { role: 'system', areaCode: '500107' } },
      data: {
        ...{ source: 'monitoring', seen, person, placeCode: village, seenOn: '2025-01-23' },
        ...{ on: '2025-01-24', holder: { level: 'district', areaCode: '500107', accountId: null } },
      },
    });
    const elsewhere = await server.signIn('elsewhere', 'townHead', '500107002');
    expect(await stream(body.id, elsewhere)).toEqual([]);
  });

  it('needs no person, and a town where no village is known', async () => {
    const body = fresh({ place: { townCode: '500107001' } });
    expect((await send(body)).status).toBe(201);
    expect(only(await stream(body.id)).data).toMatchObject({
      ...{ placeCode: '500107001', person: { name: null, phone: null, address: '杨家坪街道' } },
    });
    const village = fresh({ person: { name: '李虚构' } });
    expect((await send(village)).status).toBe(201);
    expect(only(await stream(village.id)).data).toMatchObject({
      person: { name: '李虚构', phone: null, address: '杨家坪街道 西郊二村社区居民委员会' },
    });
  });

  it('makes one alert of ten sendings, at once, later and in capitals, and goes on from there', async () => {
    const body = fresh();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(9).fill(200), 201]);
    const events = await stream(body.id);
    const to = { level: 'town', areaCode: '500107001', accountId: null };
    const assign = { type: 'assign', to, note: '示例：请上门看看', reportBy: null };
    const item = streamItem(district, 'alert', assign, events, now.toISOString());
    expect(only((await district.push([item])).answers).outcome).toBe('accepted');
    expect(await send(body)).toEqual({ status: 200, json: { alertId: body.id } });
    expect((await send({ ...body, id: body.id.toUpperCase() })).status).toBe(200);
    expect(await stream(body.id)).toHaveLength(2);
  });

  it('takes an id for one thing only', async () => {
    const body = fresh();
    await send(body);
    const reused = { status: 409, json: { code: 'monitoring.idReused' } };
    expect(await send({ ...body, seen: '示例：别的事' })).toMatchObject(reused);
    const clerk = await server.signIn('clerk', 'windowClerk', '500107001');
    const item = newCase(clerk);
    expect(only((await clerk.push([item])).answers).outcome).toBe('accepted');
    expect(await send(fresh({ id: item.streamId }))).toMatchObject(reused);
    expect(await send(fresh({ id: item.commandId }))).toMatchObject(reused);
    // Like the feed's in every word, but raised by somebody else.
    const raise = {
      ...{ type: 'raise', source: 'hotline', seen, placeCode: village, seenOn: '2025-01-23' },
      person: { name: null, phone: null, address: '虚构路3号' },
    };
    const own = streamItem(clerk, 'alert', raise, [], now.toISOString());
    expect(only((await clerk.push([own])).answers).outcome).toBe('accepted');
    expect(await send(fresh({ id: own.streamId, person: { address: '虚构路3号' } }))).toMatchObject(reused);
    expect(await stream(own.streamId)).toHaveLength(1);
  });

  it.each([
    ['monitoring.placeUnknown', 422, { place: { villageCode: '500107001999' } }],
    ['monitoring.placeUnknown', 422, { place: { townCode: '500106001' } }],
    ['alert.dayWrong', 422, { seenOn: '2025-01-25' }],
    ['call.malformed', 400, { seenOn: '2025-02-30' }],
    ['call.malformed', 400, { seen: ' ' }],
    ['call.malformed', 400, { seen: '示'.repeat(1001) }],
    ['call.malformed', 400, { place: { villageCode: village, townCode: '500107001' } }],
    ['call.malformed', 400, { place: { townCode: village } }],
    ['call.malformed', 400, { person: { name: '李虚构', idNumber: '500107199001010000' } }],
    ['call.malformed', 400, { id: '../../etc' }],
    ['call.malformed', 400, { more: 1 }],
  ])('refuses %s (%i) %j and keeps nothing of it', async (code, status, over) => {
    const body = fresh();
    expect(await send({ ...body, ...over })).toMatchObject({ status, json: { code } });
    expect(await stream(body.id)).toEqual([]);
    expect((await send(body)).status).toBe(201);
  });

  it('asks for the key before it reads anything', async () => {
    const wrong = { status: 401, json: { code: 'monitoring.wrongKey' } };
    for (const guess of ['', 'wrong', `${key}x`, key.slice(0, -1)])
      expect(await send('x'.repeat(100_000), guess)).toMatchObject(wrong);
    expect(await server.post('/v1/monitoring/alerts', fresh(), district.token)).toMatchObject(wrong);
  });

  it('logs no name, words, number or key', () => {
    expect(logged.join()).toContain('monitoring.received');
    expect(logged.join()).not.toMatch(/示例|虚构|1380000|fictional-monitoring/);
  });
});

describe('a district without a monitoring platform', () => {
  it('has no such route', async () => {
    const server = await startTestServer();
    const answer = await server.post('/v1/monitoring/alerts', fresh(), undefined, { 'x-monitoring-key': '' });
    expect(answer).toEqual({ status: 404, json: { code: 'call.unknown', data: { name: '' } } });
    await server.close();
  });

  it('takes no short key', async () => {
    const env = { DISTRICT_DATA: '/nowhere', DISTRICT_MONITORING_KEY: 'x'.repeat(31) };
    await expect(configFromEnvironment(env)).rejects.toThrow('DISTRICT_MONITORING_KEY');
    const long = await configFromEnvironment({ ...env, DISTRICT_MONITORING_KEY: key });
    expect(long.monitoringKey).toBe(key);
  });
});
