import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Role } from '../../domain/log/event-envelope.ts';
import { accountRoutes } from '../accounts/account-routes.ts';
import type { DistrictContext } from '../context.ts';
import { answerErrors } from '../http/answer-errors.ts';
import { silentLog } from '../http/log.ts';
import { clerk, sampleSubmit } from '../../domain/testing/sample-application.ts';
import { appendAsDistrict } from '../sync/append.ts';
import { onEachDatabase } from '../testing/databases.ts';
import { openTestContext } from '../testing/test-context.ts';
import { noMatching } from './config.ts';
import { matchingDoor } from './matching-door.ts';
import { queueChecks } from './queue.ts';

onEachDatabase('what staff see of checks', (newDatabase) => {
  let context: DistrictContext;
  let closeContext: () => Promise<void>;
  let app: FastifyInstance;
  beforeEach(async () => {
    const opened = await openTestContext(
      { databaseUrl: await newDatabase() },
      { now: () => new Date('2025-01-24T02:00:00.000Z') },
    );
    ({ context, close: closeContext } = opened);
    app = Fastify();
    answerErrors(app, silentLog);
    accountRoutes(app, context);
    matchingDoor(app, context, noMatching);
    await app.ready();
  });
  afterEach(async () => {
    await app.close();
    await closeContext();
  });
  const post = async (url: string, payload: object, token = '') =>
    (await app.inject({ method: 'POST', url, payload, headers: { authorization: `Bearer ${token}` } })).json<{
      token: string;
    }>();
  const get = async (url: string, token = '') => {
    const reply = await app.inject({ url, headers: { authorization: `Bearer ${token}` } });
    return { status: reply.statusCode, json: reply.json<Record<string, unknown>>() };
  };
  const login = async (username: string, role?: Role, areaCode = '500107') => {
    const person = {
      username,
      password: 'fictional-password',
      displayName: '演示人员',
      areaCode,
      areaName: '测试',
    };
    if (!role) await post('/v1/setup/admin', person);
    else await post('/v1/accounts', { ...person, role }, await login('test.admin'));
    const device = { deviceId: randomUUID(), deviceName: '测试设备' };
    return (await post('/v1/accounts/login', { username, password: person.password, ...device })).token;
  };

  it('the district sees how each source is doing, a town does not', async () => {
    const seen = await get('/v1/matching/status', await login('test.head', 'districtHead'));
    expect(seen.status).toBe(200);
    expect(seen.json['sources']).toHaveLength(14);
    expect(seen.json['sources']).toContainEqual({
      ...{ source: 'tax', configured: false, failures: 0, pausedUntil: null, waiting: 0 },
    });
    const clerkToken = await login('test.clerk', 'windowClerk', '500107001');
    expect(await get('/v1/matching/status', clerkToken)).toMatchObject({ status: 403 });
    expect((await get('/v1/matching/status')).status).toBe(401);
  });

  it('the questions of a case are shown to its own area, without names', async () => {
    const caseId = randomUUID();
    const command = { ...sampleSubmit(), draftId: randomUUID() };
    await appendAsDistrict(context, { streamId: caseId, actor: clerk, command });
    const personId = command.application.members[0]?.id ?? '';
    await context.database.write((tx) =>
      queueChecks(tx, {
        ...{ caseId, requestedBy: clerk.accountId, deviceId: randomUUID() },
        request: {
          ...{ requestId: randomUUID(), sources: ['tax'], purpose: 'application', requestedOn: '2025-01-24' },
          authorizations: [{ personId, signatureDigest: 'a'.repeat(64) }],
        },
      }),
    );
    const own = await get(
      `/v1/matching/cases/${caseId}`,
      await login('test.clerk', 'windowClerk', '500107001'),
    );
    expect(own).toMatchObject({ status: 200, json: { queries: [{ source: 'tax', personId }] } });
    expect(JSON.stringify(own.json)).not.toContain('张示例');
    const foreign = await login('test.other', 'windowClerk', '500107002');
    expect(await get(`/v1/matching/cases/${caseId}`, foreign)).toMatchObject({ status: 404 });
    expect(await get(`/v1/matching/cases/${randomUUID()}`, foreign)).toMatchObject({ status: 404 });
    expect((await get(`/v1/matching/cases/${caseId}`)).status).toBe(401);
  });
});
