import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DemoReply, LoginReply, ServerStatus } from '../../contract/sync/accounts.ts';
import { onEachDatabase } from '../testing/databases.ts';
import { startTestServer, testPassword, type TestServer } from '../testing/test-server.ts';

const town = '500107001';

onEachDatabase('setup', (newDatabase) => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer({ databaseUrl: await newDatabase() });
  });
  afterEach(() => server.close());

  it('makes demo accounts once, also when ten ask at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => server.post('/v1/setup/demo', {})));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      200,
      ...Array.from({ length: 9 }, () => 409),
    ]);
    const { accounts } = DemoReply.parse(answers.find(({ status }) => status === 200)?.json);
    expect(accounts.map(({ role }) => role).sort()).toEqual([
      'districtHead',
      'districtReviewer',
      'grid',
      'townHead',
      'townReviewer',
      'village',
      'windowClerk',
      'windowClerk',
    ]);
    expect(accounts.every(({ displayName }) => displayName.startsWith('演示'))).toBe(true);
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(accounts.length);
    const status = ServerStatus.parse((await server.get('/v1/status')).json);
    expect(status.accounts).toBe(accounts.length);
    expect((await server.post('/v1/setup/admin', adminOf('late'))).json).toMatchObject({
      code: 'setup.done',
    });
  });

  it('is offered to programs of this machine only', async () => {
    for (const name of ['x-forwarded-for', 'forwarded', 'origin', 'sec-fetch-site']) {
      const answer = await server.post('/v1/setup/demo', {}, undefined, { [name]: 'http://127.0.0.1' });
      expect(answer).toEqual({ status: 403, json: { code: 'session.notAllowed', data: {} } });
    }
    expect(ServerStatus.parse((await server.get('/v1/status')).json).accounts).toBe(0);
  });

  it('refuses weak passwords and odd names without saying them again', async () => {
    const weak = await server.post('/v1/setup/admin', { ...adminOf('first'), password: 'short' });
    expect(weak).toEqual({
      status: 400,
      json: { code: 'call.malformed', data: { issues: ['password:too_small'] } },
    });
    expect((await server.post('/v1/setup/admin', adminOf('a b'))).status).toBe(400);
    expect((await server.post('/v1/setup/admin', { ...adminOf('first'), more: 1 })).status).toBe(400);
  });

  it('lets only an admin make accounts, and only in the area', async () => {
    const clerk = await server.signIn('clerk', 'windowClerk', town);
    const wanted = { ...adminOf('another'), role: 'windowClerk' };
    expect((await server.post('/v1/accounts', wanted, clerk.token)).status).toBe(403);
    expect((await server.post('/v1/accounts', wanted)).status).toBe(401);
    const { token } = await server.signIn('test.admin', 'admin', '500107');
    expect((await server.post('/v1/accounts', { ...wanted, areaCode: '500108' }, token)).status).toBe(403);
    expect((await server.post('/v1/accounts', wanted, token)).status).toBe(200);
    expect((await server.post('/v1/accounts', wanted, token)).json).toMatchObject({ code: 'account.exists' });
  });
});

onEachDatabase('login', (newDatabase) => {
  let server: TestServer;
  let clock = Date.now();
  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await newDatabase(), now: () => new Date(clock) });
    for (const name of ['one', 'two', 'three', 'four']) await server.signIn(name, 'windowClerk', town);
    await server.signIn('elsewhere', 'windowClerk', '500107002');
    await server.signIn('above', 'districtReviewer', '500107');
  });
  afterAll(() => server.close());
  const login = (username: string, password: string, deviceId: string = randomUUID()) =>
    server.post('/v1/accounts/login', { username, password, deviceId, deviceName: '测试设备' });

  it('names the colleagues of the area and those above it', async () => {
    const reply = LoginReply.parse((await login(' ONE ', testPassword)).json);
    expect(reply.offlineDays).toBe(45);
    const names = reply.colleagues.map(({ username }) => username).sort();
    expect(names).toEqual(['above', 'four', 'one', 'test.admin', 'three', 'two']);
    const other = LoginReply.parse((await login('one', testPassword)).json);
    expect(other.verifier.salt).not.toBe(reply.verifier.salt);
    expect(other.token).not.toBe(reply.token);
  });

  it('locks after five wrong passwords, for a while', async () => {
    const left = [];
    for (let i = 0; i < 5; i += 1) left.push((await login('two', 'wrong')).json);
    expect(left).toEqual(
      [4, 3, 2, 1, 0].map((attemptsLeft) => ({ code: 'session.wrongPassword', data: { attemptsLeft } })),
    );
    const locked = await login('two', testPassword);
    expect(locked).toMatchObject({ status: 423, json: { code: 'session.lockedOut' } });
    clock += 16 * 60_000;
    expect((await login('two', testPassword)).status).toBe(200);
    expect((await login('two', 'wrong')).json).toMatchObject({ data: { attemptsLeft: 4 } });
  });

  it('looks at no more than five of fifty passwords sent at once', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => login('three', `wrong ${i}`)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 423)).toHaveLength(45);
  });

  it('answers for a name that does not exist as for one that does', async () => {
    const [known, unknown] = [await login('four', 'wrong'), await login('nobody', 'wrong')];
    expect(unknown).toEqual(known);
    for (let i = 0; i < 4; i += 1) await login('nobody', 'wrong');
    expect((await login('nobody', 'wrong')).status).toBe(423);
  });

  it('forgets tokens after their time', async () => {
    const { token } = LoginReply.parse((await login('one', testPassword)).json);
    expect((await server.get('/v1/sync/pull', token)).status).toBe(200);
    clock += 31 * 86_400_000;
    expect((await server.get('/v1/sync/pull', token)).json).toEqual({ code: 'session.none', data: {} });
  });
});

describe('answers to what is no call', () => {
  let server: TestServer;
  const lines: string[] = [];
  beforeAll(async () => {
    const note = (code: string, data: object = {}): number => lines.push(JSON.stringify({ code, ...data }));
    server = await startTestServer({ log: { info: note, error: note } });
  });
  afterAll(() => server.close());

  it('are codes, never stacks', async () => {
    expect((await server.get('/v1/nothing?name=张示例')).json).toEqual({
      code: 'call.unknown',
      data: { name: '' },
    });
    const broken = await fetch(`${server.url}/v1/accounts/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"username":',
    });
    expect([broken.status, await broken.json()]).toEqual([
      400,
      { code: 'call.malformed', data: { issues: [] } },
    ]);
    const big = await server.post('/v1/accounts/login', { username: 'x'.repeat(100_000) });
    expect(big).toEqual({ status: 413, json: { code: 'call.tooLarge', data: { maxBytes: 65_536 } } });
    const typed = await fetch(`${server.url}/v1/accounts/login`, { method: 'POST', body: 'name=张示例' });
    expect(typed.status).toBe(415);
    expect(lines.join('\n')).not.toContain('张示例');
  });
});

const adminOf = (username: string) => ({
  username,
  password: testPassword,
  displayName: '演示管理员',
  areaCode: '500107',
  areaName: '九龙坡区',
});
