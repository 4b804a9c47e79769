import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleSubmit } from '../../domain/testing/sample-application.ts';
import { sha256Bytes } from '../sync/sha256.ts';
import { onEachDatabase } from '../testing/databases.ts';
import { decideItem } from '../testing/push-items.ts';
import { startTestServer, type SignedIn, type TestServer } from '../testing/test-server.ts';

onEachDatabase('files', (newDatabase) => {
  let server: TestServer;
  let clerk: SignedIn;
  let elsewhere: SignedIn;
  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await newDatabase() });
    clerk = await server.signIn('clerk', 'windowClerk', '500107001');
    elsewhere = await server.signIn('elsewhere', 'windowClerk', '500107002');
  });
  afterAll(() => server.close());

  const tus = (who: SignedIn, method: string, path: string, more: Record<string, string>, body?: Buffer) => {
    const headers = { authorization: `Bearer ${who.token}`, 'tus-resumable': '1.0.0', ...more };
    return fetch(new URL(path, server.url), {
      method,
      headers,
      ...(body ? { body: new Uint8Array(body) } : {}),
    });
  };
  const create = async (who: SignedIn, meta: Record<string, string>, length: number) => {
    const metadata = Object.entries(meta).map(([k, v]) => `${k} ${Buffer.from(v).toString('base64')}`);
    const headers = { 'upload-length': String(length), 'upload-metadata': metadata.join(',') };
    return tus(who, 'POST', '/v1/files/upload', headers);
  };
  const patch = (who: SignedIn, path: string, body: Buffer) =>
    tus(
      who,
      'PATCH',
      path,
      { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
      body,
    );
  const metaOf = (bytes: Buffer) => ({
    digest: sha256Bytes(bytes),
    bytes: String(bytes.length),
    mime: 'image/jpeg',
  });
  const upload = async (who: SignedIn, bytes: Buffer): Promise<number> => {
    const made = await create(who, metaOf(bytes), bytes.length);
    return (await patch(who, made.headers.get('location') ?? '', bytes)).status;
  };
  const download = async (who: SignedIn, digest: string) => {
    const headers = { authorization: `Bearer ${who.token}` };
    const answer = await fetch(`${server.url}/v1/files/${digest}`, { headers });
    return {
      status: answer.status,
      type: answer.headers.get('content-type'),
      bytes: Buffer.from(await answer.arrayBuffer()),
    };
  };

  it('are given to the area of their case, to nobody before it and to no other town', async () => {
    const bytes = randomBytes(3000);
    expect(await upload(clerk, bytes)).toBe(204);
    const digest = sha256Bytes(bytes);
    expect((await download(clerk, digest)).status).toBe(404);
    const command = sampleSubmit();
    Object.assign(command.documents[0]?.pages[0] ?? {}, { digest, bytes: bytes.length });
    const { answers } = await clerk.push([decideItem(clerk, command)]);
    expect(answers).toMatchObject([{ outcome: 'accepted' }]);
    expect(await download(clerk, digest)).toEqual({ status: 200, type: 'image/jpeg', bytes });
    expect((await download(elsewhere, digest)).status).toBe(404);
    expect((await download({ ...clerk, token: 'x'.repeat(43) }, digest)).status).toBe(401);
    expect((await download(clerk, 'not-a-digest')).status).toBe(400);
  });

  it('on their way belong to the town that sends them', async () => {
    const bytes = randomBytes(100);
    const made = await create(clerk, metaOf(bytes), bytes.length);
    const path = made.headers.get('location') ?? '';
    expect(path).toMatch(/^\/v1\/files\/upload\/[0-9a-f]{32}$/);
    expect((await patch(elsewhere, path, bytes)).status).toBe(403);
    expect((await patch({ ...clerk, token: '' }, path, bytes)).status).toBe(401);
    expect((await patch(clerk, path, bytes)).status).toBe(204);
    expect((await tus(clerk, 'DELETE', path, {})).status).toBe(404);
  });

  it.each([
    ['no digest', { bytes: '10', mime: 'image/png' }, 10],
    ['a digest that is none', { digest: '../../etc/passwd', bytes: '10', mime: 'image/png' }, 10],
    ['another length', { digest: 'a'.repeat(64), bytes: '11', mime: 'image/png' }, 10],
    ['nothing in it', { digest: 'a'.repeat(64), bytes: '0', mime: 'image/png' }, 0],
  ])('with %s are refused at the start', async (_name, meta, length) => {
    const answer = await create(clerk, meta, length);
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'call.malformed' }]);
  });

  it('that do not fit their digest are refused in codes and gone', async () => {
    const bytes = randomBytes(100);
    const made = await create(clerk, { ...metaOf(bytes), digest: 'b'.repeat(64) }, bytes.length);
    const path = made.headers.get('location') ?? '';
    const answer = await patch(clerk, path, bytes);
    expect([answer.status, await answer.json()]).toEqual([422, { code: 'page.damaged', data: {} }]);
    expect((await tus(clerk, 'HEAD', path, {})).status).toBe(404);
  });

  it('that exist are named to whoever has a token', async () => {
    const bytes = randomBytes(50);
    await upload(clerk, bytes);
    const digests = [sha256Bytes(bytes), 'c'.repeat(64)];
    const { json } = await server.post('/v1/files/have', { digests }, clerk.token);
    expect(json).toEqual({ have: [digests[0]] });
    expect((await server.post('/v1/files/have', { digests })).status).toBe(401);
  });
});

onEachDatabase('uploads nobody goes on with', (newDatabase) => {
  it('are removed when the server starts after their time', async () => {
    const server = await startTestServer({ databaseUrl: await newDatabase() });
    const clerk = await server.signIn('clerk', 'windowClerk', '500107001');
    const bytes = randomBytes(10);
    const meta = { digest: sha256Bytes(bytes), bytes: '10', mime: 'image/png' };
    const metadata = Object.entries(meta).map(([k, v]) => `${k} ${Buffer.from(v).toString('base64')}`);
    const headers = {
      ...{ authorization: `Bearer ${clerk.token}`, 'tus-resumable': '1.0.0' },
      ...{ 'upload-length': '10', 'upload-metadata': metadata.join(',') },
    };
    const made = await fetch(`${server.url}/v1/files/upload`, { method: 'POST', headers });
    const staging = join(server.dataDir, 'staging');
    await server.restart();
    expect(await readdir(staging)).toHaveLength(2);
    const info = join(staging, `${made.headers.get('location')?.split('/').at(-1)}.json`);
    const kept = JSON.parse(await readFile(info, 'utf8')) as object;
    const old = new Date(Date.now() - 8 * 86_400_000).toISOString();
    await writeFile(info, JSON.stringify({ ...kept, creation_date: old }));
    await server.restart();
    expect(await readdir(staging)).toEqual([]);
    await server.close();
  });
});
