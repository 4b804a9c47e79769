import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DistrictLink } from '../../core/ports/district.ts';
import type { Failure, Result } from '../../domain/values/result.ts';
import { createDistrictLink } from './create-district-link.ts';
import { startDistrictProcess, type DistrictProcess } from './testing/district-process.ts';
import { newCase, valueOf, type Who } from './testing/station-items.ts';

const who: Who = {
  actor: { accountId: randomUUID(), role: 'windowClerk', areaCode: '500107001' },
  deviceId: randomUUID(),
  token: 'x'.repeat(43),
};
const file = { digest: 'a'.repeat(64), mime: 'image/png', bytes: new Uint8Array(10), uploadUrl: null };

/** Every call of the port, so that no one of them takes a fault for an answer. */
const everyCall = (link: DistrictLink): Promise<Result<unknown, Failure>[]> =>
  Promise.all([
    link.status(),
    link.loadDemo(),
    link.login('a', 'b', who.deviceId, '测试设备'),
    link.push(who.token, who.deviceId, [newCase(who)]),
    link.pull(who.token, 0),
    link.filesHave(who.token, []),
    link.upload(who.token, file, () => undefined),
    link.download(who.token, file.digest),
  ]);
const failures = async (link: DistrictLink) =>
  (await everyCall(link)).map((result) => (result.ok ? 'ok' : result.failure));

describe('a district that is not well', () => {
  let server: Server;
  const answering = async (listener: RequestListener, timeoutMs = 3000): Promise<DistrictLink> => {
    server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return createDistrictLink({ baseUrl, timeoutMs });
  };
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const all = (failure: Failure) => Array.from({ length: 8 }, () => failure);

  it('answers 500', async () => {
    const link = await answering((_, response) => response.writeHead(500).end('<h1>trace of the stack</h1>'));
    expect(await failures(link)).toEqual(all({ code: 'district.answeredBadly', data: { status: 500 } }));
  });

  it('answers 500 only when the bytes of a file come', async () => {
    const link = await answering((request, response) => {
      if (request.url === '/v1/files/have') return response.end('{"have":[]}');
      return response.writeHead(503).end();
    });
    const result = await link.upload(who.token, file, () => undefined);
    expect(result).toEqual({ ok: false, failure: { code: 'district.answeredBadly', data: { status: 503 } } });
  });

  it('says that it has taken a file and does not have it', async () => {
    const link = await answering((request, response) => {
      if (request.url === '/v1/files/have') return response.end('{"have":[]}');
      const headers =
        request.method === 'POST' ? { location: '/v1/files/upload/1' } : { 'upload-offset': '10' };
      return response.writeHead(request.method === 'POST' ? 201 : 204, headers).end();
    });
    const result = await link.upload(who.token, file, () => undefined);
    expect(result).toMatchObject({ ok: false, failure: { code: 'district.answeredBadly' } });
  });

  it.each([
    ['no JSON', '\u0000\u0001rubbish'],
    ['JSON of another kind', '{"version":1,"events":"many","have":[1],"answers":[{}]}'],
    ['nothing', ''],
    ['a failure with 200', '{"code":"session.none","data":{}}'],
  ])('answers with %s', async (_name, body) => {
    const link = await answering((_, response) => response.end(body));
    expect(await failures(link)).toEqual(all({ code: 'district.answeredBadly', data: { status: 200 } }));
  });

  it('answers a failure that a call cannot have', async () => {
    const link = await answering((_, response) =>
      response.writeHead(400).end('{"code":"vault.locked","data":{}}'),
    );
    expect(await failures(link)).toEqual(all({ code: 'district.answeredBadly', data: { status: 400 } }));
  });

  it('sends elsewhere, where the token must not go', async () => {
    const seen: string[] = [];
    const link = await answering((request, response) => {
      seen.push(request.url ?? '');
      response.writeHead(302, { location: '/trap' }).end();
    });
    expect(await failures(link)).toEqual(all({ code: 'district.answeredBadly', data: { status: 302 } }));
    expect(seen).not.toContain('/trap');
  });

  it('never answers', async () => {
    const link = await answering(() => undefined, 500);
    const started = Date.now();
    expect(await failures(link)).toEqual(all({ code: 'district.unreachable' }));
    expect(Date.now() - started).toBeLessThan(3000);
  });

  it('drips without an end', async () => {
    const timers = new Set<NodeJS.Timeout>();
    const link = await answering((_, response) => {
      response.writeHead(200);
      timers.add(setInterval(() => response.write(' '), 50));
    }, 300);
    expect(await link.status()).toEqual({ ok: false, failure: { code: 'district.unreachable' } });
    for (const timer of timers) clearInterval(timer);
  });

  it('cuts the answer in the middle', async () => {
    const link = await answering((_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"half":', () => response.destroy());
    });
    expect(await failures(link)).toEqual(all({ code: 'district.unreachable' }));
  });
});

describe('a district that is not there, or not the right one', () => {
  let folder: string;
  let district: DistrictProcess;
  const pem = (name: string) => join(folder, name);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nuanchuang-tls-'));
    for (const [name, san] of [
      ['own', 'IP:127.0.0.1'],
      ['other', 'IP:127.0.0.1'],
      ['named', 'DNS:elsewhere.example'],
    ] as const) {
      const subject = ['-subj', '/CN=fictional', '-addext', `subjectAltName=${san}`, '-days', '2'];
      const out = ['-keyout', pem(`${name}.key`), '-out', pem(`${name}.crt`)];
      execFileSync('openssl', ['req', '-x509', '-newkey', 'ed25519', '-nodes', ...subject, ...out], {
        stdio: 'ignore',
      });
    }
    const tls = { DISTRICT_TLS_CERT: pem('own.crt'), DISTRICT_TLS_KEY: pem('own.key') };
    district = await startDistrictProcess(tls);
  });
  afterAll(async () => {
    await district.remove();
    await rm(folder, { recursive: true, force: true });
  });
  const certificate = Array.from({ length: 8 }, () => ({ code: 'district.certificate' }));

  it('is reached over TLS with the authority that we trust', async () => {
    expect(district.url).toMatch(/^https:/);
    const link = createDistrictLink({ baseUrl: district.url, ca: await readFile(pem('own.crt'), 'utf8') });
    expect(valueOf(await link.status()).accounts).toBe(0);
    const bytes = { ...file, digest: file.digest };
    expect(await link.upload(who.token, bytes, () => undefined)).toMatchObject({
      failure: { code: 'session.none' },
    });
  });

  it('has a certificate that nobody we trust has signed', async () => {
    expect(await failures(createDistrictLink({ baseUrl: district.url }))).toEqual(certificate);
    const ca = await readFile(pem('other.crt'), 'utf8');
    expect(await failures(createDistrictLink({ baseUrl: district.url, ca }))).toEqual(certificate);
  });

  it('has a certificate of another name, and gets no bytes of a file either', async () => {
    const [cert, key] = await Promise.all([readFile(pem('named.crt')), readFile(pem('named.key'))]);
    let calls = 0;
    const server = createTlsServer({ cert, key }, (_, response) => response.end(String((calls += 1))));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const baseUrl = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await failures(createDistrictLink({ baseUrl, ca: cert.toString() }))).toEqual(certificate);
    expect(calls).toBe(0);
    await new Promise((resolve) => server.close(resolve));
  });

  it('is asked over plain HTTP on this machine only', async () => {
    expect(await failures(createDistrictLink({ baseUrl: 'http://district.example' }))).toEqual(certificate);
    expect(await failures(createDistrictLink({ baseUrl: 'http://127.0.0.1.example' }))).toEqual(certificate);
    expect(await failures(createDistrictLink({ baseUrl: 'ftp://127.0.0.1' }))).toEqual(certificate);
  });

  it('is down', async () => {
    const link = createDistrictLink({ baseUrl: 'http://127.0.0.1:9', timeoutMs: 1000 });
    expect(await failures(link)).toEqual(Array.from({ length: 8 }, () => ({ code: 'district.unreachable' })));
  });
});
