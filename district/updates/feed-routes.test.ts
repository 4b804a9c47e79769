import { mkdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const folder = join(server.dataDir, 'updates', 'stable');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'latest-linux.yml'), 'version: 9.9.9\n');
  await writeFile(join(folder, '.hidden'), 'no');
});
afterAll(() => server.close());

/** `fetch` would straighten the path before it is sent. */
const rawStatus = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(server.url);
    request({ host: '127.0.0.1', port, path }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });

it('serves what lies in the feed folder', async () => {
  const answer = await fetch(`${server.url}/v1/updates/stable/latest-linux.yml`);
  expect([answer.status, await answer.text()]).toEqual([200, 'version: 9.9.9\n']);
});

it.each([
  '/v1/updates/../district.key',
  '/v1/updates/%2e%2e/district.key',
  '/v1/updates/..%2fdistrict.key',
  '/v1/updates/stable/../../district.key',
  '/v1/updates/stable/..%5c..%5cdistrict.key',
  '/v1/updates//etc/passwd',
  '/v1/updates/stable/.hidden',
  '/v1/updates/stable',
  '/v1/updates/stable/%00',
])('serves nothing at %s', async (path) => {
  expect(await rawStatus(path)).toBe(404);
});
