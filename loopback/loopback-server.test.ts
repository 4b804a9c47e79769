import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { packFrame, unpackFrame } from '../contract/index.ts';
import { startLoopbackServer, type LoopbackServer } from './loopback-server.ts';
import { Sessions } from './sessions.ts';
import { echoCore, tinyPage } from './testing.ts';

const core = echoCore();
let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer(core, tinyPage());
});
afterAll(() => server.close());

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
}
const ask = (
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body = '',
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port, host } = new URL(server.origin);
    const sent = request({ hostname, port, path, method, headers: { host, ...headers } }, (response) => {
      response.resume().on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers });
      });
    });
    sent.on('error', reject).end(body);
  });
const own = { origin: '' };
const openSession = async (): Promise<string> => {
  own.origin = server.origin;
  const code = server.oneTimeAddress().split('#c=')[1] ?? '';
  const { status, headers } = await ask('/session', own, 'POST', JSON.stringify({ code }));
  expect(status).toBe(204);
  return String(headers['set-cookie']).split(';')[0] ?? '';
};
const dial = (headers: Record<string, string>, path = '/ws'): Promise<WebSocket | number> =>
  new Promise((resolve) => {
    const socket = new WebSocket(server.origin.replace('http', 'ws') + path, { headers });
    socket.on('open', () => {
      resolve(socket);
    });
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
    });
    socket.on('error', () => undefined);
  });
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const reply = (socket: WebSocket): Promise<{ json: unknown; binary: Uint8Array | undefined }> =>
  new Promise((resolve) => {
    socket.once('message', (data: Buffer) => {
      const parts = unpackFrame(data, (bytes) => new TextDecoder().decode(bytes));
      resolve({ json: JSON.parse(parts?.json ?? 'null'), binary: parts?.binary });
    });
  });

describe('who may talk to the loopback server', () => {
  it('a foreign Host is misdirected: no DNS rebinding', async () => {
    expect((await ask('/', { host: 'evil.example' })).status).toBe(421);
  });

  it('another site, by Origin or by Sec-Fetch, is refused', async () => {
    expect((await ask('/', { origin: 'http://evil.example' })).status).toBe(403);
    expect((await ask('/', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await ask('/session', {}, 'POST', '{}')).status).toBe(403);
  });

  it('a code is good once, then 401; garbage is 400', async () => {
    own.origin = server.origin;
    const code = server.oneTimeAddress().split('#c=')[1] ?? '';
    const body = JSON.stringify({ code });
    const first = await ask('/session', own, 'POST', body);
    expect(first.status).toBe(204);
    expect(String(first.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/);
    expect((await ask('/session', own, 'POST', body)).status).toBe(401);
    expect((await ask('/session', own, 'POST', '{')).status).toBe(400);
    expect((await ask('/session', own, 'POST', JSON.stringify({ code: 'x'.repeat(5000) }))).status).toBe(400);
  });

  it('a code grows too old', () => {
    let now = 0;
    const sessions = new Sessions(1000, () => now);
    const code = sessions.issueCode();
    now = 1001;
    expect(sessions.redeem(code)).toBeNull();
  });

  it('a socket needs the session, our origin and the right path', async () => {
    const cookie = await openSession();
    expect(await dial({ origin: server.origin })).toBe(401);
    expect(await dial({ origin: server.origin, cookie: `${cookie}x` })).toBe(401);
    expect(await dial({ origin: 'http://evil.example', cookie })).toBe(403);
    expect(await dial({ origin: server.origin, cookie }, '/other')).toBe(404);
    const socket = await dial({ origin: server.origin, cookie });
    expect(socket).toBeInstanceOf(WebSocket);
    (socket as WebSocket).close();
  });
});

describe('what it serves', () => {
  it('nothing from outside its folder', async () => {
    for (const path of [
      '/../package.json',
      '/%2e%2e/package.json',
      '/..%2fpackage.json',
      '/%5c..%5cx',
      '/%00',
      '/%ff',
    ]) {
      expect((await ask(path)).status, path).toBe(404);
    }
  });

  it('every answer carries the isolation headers, the page its policy with a fresh nonce', async () => {
    const [a, b] = [await ask('/'), await ask('/')];
    expect(a.headers['content-security-policy']).toContain("default-src 'none'");
    expect(a.headers['content-security-policy']).not.toBe(b.headers['content-security-policy']);
    for (const answer of [a, await ask('/nothing')]) {
      expect(answer.headers['cross-origin-embedder-policy']).toBe('require-corp');
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
    }
  });
});

describe('the socket', () => {
  it('carries a call with bytes both ways under the session as client', async () => {
    const cookie = await openSession();
    const socket = (await dial({ origin: server.origin, cookie })) as WebSocket;
    const bytes = Uint8Array.from([0, 255, 7]);
    socket.send(packFrame(JSON.stringify({ id: 5, name: 'x.y', input: { a: 1 } }), bytes, encode));
    const { json, binary } = await reply(socket);
    expect(json).toEqual({ id: 5, ok: true, output: { a: 1 } });
    expect([...(binary ?? [])]).toEqual([0, 255, 7]);
    expect(core.calls.at(-1)?.clientId).toBe(cookie.split('=')[1]);
    socket.close();
  });

  it('answers malformed frames instead of falling over', async () => {
    const socket = (await dial({ origin: server.origin, cookie: await openSession() })) as WebSocket;
    const bad: (string | Uint8Array)[] = [
      'text',
      Uint8Array.from([1]),
      Uint8Array.from([255, 255, 255, 255, 1]),
      packFrame('{', undefined, encode),
      packFrame('{"id":-1}', undefined, encode),
      packFrame(JSON.stringify({ id: 1, name: 'a', input: 1, more: 2 }), undefined, encode),
    ];
    for (const frame of bad) {
      socket.send(frame);
      expect((await reply(socket)).json).toMatchObject({ ok: false, failure: { code: 'call.malformed' } });
    }
    socket.close();
  });

  it('tells the page news', async () => {
    const socket = (await dial({ origin: server.origin, cookie: await openSession() })) as WebSocket;
    const heard = new Promise((resolve) =>
      socket.once('message', (data: Buffer) => {
        resolve(JSON.parse(data.toString()));
      }),
    );
    core.tell({ type: 'sync.changed' });
    expect(await heard).toEqual({ type: 'sync.changed' });
    socket.close();
  });
});
