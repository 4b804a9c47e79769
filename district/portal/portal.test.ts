import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstBrokenLink } from '../../domain/log/chain.ts';
import type { AssistanceKind } from '../../domain/application/application.ts';
import { sha256Text } from '../sync/sha256.ts';
import { onEachDatabase } from '../testing/databases.ts';
import { portalApplication } from '../testing/portal-applications.ts';
import { randomPng } from '../testing/portal-pictures.ts';
import { startTestServer, type TestAnswer, type TestServer } from '../testing/test-server.ts';
import { PortalReceipt, type PortalApplication } from './portal-schema.ts';

const portalKey = 'fictional-portal-key-of-32-characters';
const town = '500107001';
const now = new Date('2026-03-10T04:00:00.000Z');
const submittedAt = '2026-03-10T03:00:00.000Z';

onEachDatabase('portal', (newDatabase) => {
  let server: TestServer;
  const logged: string[] = [];
  beforeAll(async () => {
    const note = (code: string, data: object = {}): number => logged.push(JSON.stringify({ code, ...data }));
    server = await startTestServer({
      databaseUrl: await newDatabase(),
      config: { portalKey },
      log: { info: note, error: note },
      now: () => now,
    });
  });
  afterAll(() => server.close());

  const fresh = (kind: AssistanceKind = 'dibao') => portalApplication({ kind, submittedAt });
  const send = (body: unknown, key = portalKey): Promise<TestAnswer> =>
    server.post('/v1/portal/applications', body, undefined, { 'x-portal-key': key });
  const get = async (path: string, key = portalKey): Promise<TestAnswer> => {
    const response = await fetch(server.url + path, { headers: { 'x-portal-key': key } });
    return { status: response.status, json: await response.json() };
  };
  const received = async (body: PortalApplication): Promise<PortalReceipt> => {
    const { status, json } = await send(body);
    expect(json).toMatchObject({ caseNo: expect.any(String) as string });
    expect(status).toBe(201);
    return PortalReceipt.parse(json);
  };
  const vault = async (): Promise<string[]> => {
    const names = await readdir(join(server.dataDir, 'files'), { recursive: true, withFileTypes: true });
    return names.filter((entry) => entry.isFile()).map((entry) => entry.name);
  };

  it('opens a case that the stations of the town get with its files, and no other town', async () => {
    const body = fresh();
    const { caseNo, caseCode, caseId } = await received(body);
    expect(caseNo).toMatch(/^九低保〔2026〕\d{6}号$/);
    expect(caseCode).toMatch(/^JLP-001-20260310-NU[2-9A-Z]{5}$/);
    const clerk = await server.signIn('clerk', 'windowClerk', town);
    const events = (await clerk.pull()).events.filter(({ event }) => event.streamId === caseId);
    const stream = events.map(({ event }) => event);
    expect(firstBrokenLink(stream, sha256Text)).toBeNull();
    expect(stream[0]?.actor).toMatchObject({ role: 'portal', areaCode: town });
    expect(events.every((event) => event.caseNo === caseNo)).toBe(true);
    const document = stream.find((event) => event.type === 'document.archived');
    const page = (document?.data as { pages: { digest: string; width: number; height: number }[] }).pages[0];
    expect(page).toMatchObject({ width: 24, height: 16 });
    const response = await fetch(`${server.url}/v1/files/${page?.digest ?? ''}`, {
      headers: { authorization: `Bearer ${clerk.token}` },
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const sent = body.documents.flatMap((d) => d.pages.map((p) => p.content));
    expect(sent).toContain(bytes.toString('base64'));
    const elsewhere = await server.signIn('elsewhere', 'windowClerk', '500107002');
    expect((await elsewhere.pull()).events).toEqual([]);
  });

  it.each(['dibao', 'dibaoMargin', 'tekun', 'rigidExpenditure', 'linshi'] as const)(
    'takes %s, reckoned by the district',
    async (kind) => {
      await received(fresh(kind));
    },
  );

  it('makes one case of ten sendings, at once and one after the other', async () => {
    const body = fresh();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(9).fill(200), 201]);
    expect(new Set(answers.map(({ json }) => JSON.stringify(json))).size).toBe(1);
    const other = { ...body, submittedAt: '2026-03-10T03:00:01.000Z' };
    expect(await send(other)).toMatchObject({ status: 409, json: { code: 'portal.idReused' } });
  });

  describe('refuses, and keeps nothing of it', () => {
    const bad: [string, number, (body: PortalApplication) => unknown][] = [
      ['submit.signatureMissing', 422, (body) => ({ ...body, signatures: [] })],
      ['submit.materialMissing', 422, (body) => ({ ...body, documents: body.documents.slice(1) })],
      [
        'submit.certificationMissing',
        422,
        (body) => ({ ...body, certification: { ...body.certification, personId: randomUUID() } }),
      ],
      [
        'submit.membersInvalid',
        422,
        (body) => ({
          ...body,
          application: {
            ...body.application,
            members: body.application.members.map((m) => ({ ...m, idNumber: `${m.idNumber.slice(0, 17)}A` })),
          },
        }),
      ],
      [
        'portal.townUnknown',
        422,
        (body) => ({ ...body, application: { ...body.application, townCode: '500107999' } }),
      ],
      ['sync.clockAhead', 422, (body) => ({ ...body, submittedAt: '2026-03-10T16:00:00.000Z' })],
      ['call.malformed', 400, (body) => ({ ...body, more: 1 })],
      ['call.malformed', 400, (body) => ({ ...body, portalId: '../../etc' })],
      [
        'call.malformed',
        400,
        (body) => ({ ...body, application: { ...body.application, arithmetic: { perCapitaFen: 1 } } }),
      ],
    ];
    const page = (content: Buffer | string, mime = 'image/png') => {
      const text = typeof content === 'string' ? content : content.toString('base64');
      return (body: PortalApplication) => ({
        ...body,
        documents: body.documents.map((d, i) => (i === 1 ? { ...d, pages: [{ mime, content: text }] } : d)),
      });
    };
    const png = randomPng();
    bad.push(
      ['page.typeMismatch', 422, page(png, 'image/jpeg')],
      ['page.notAnImage', 422, page(png.subarray(0, 60))],
      ['page.notAnImage', 422, page(Buffer.from('MZ this is a program'))],
      ['page.notAnImage', 422, page('not base64 at all!')],
    );

    it.each(bad)('%s (%i)', async (code, status, bend) => {
      const files = await vault();
      const body = fresh();
      expect(await send(bend(body))).toMatchObject({ status, json: { code } });
      expect(await vault()).toEqual(files);
      expect((await get(`/v1/portal/applications/${body.portalId}`)).status).toBe(404);
      // The same number is free for the application as it should have been.
      await received(body);
    });

    it('says which file it was', async () => {
      const answer = await send(page(randomPng(), 'application/pdf')(fresh()));
      const data = { where: 'documents.1.pages.0.content', declared: 'application/pdf', found: 'image/png' };
      expect(answer.json).toEqual({ code: 'page.typeMismatch', data });
    });
  });

  it('tells the portal steps and days, and nothing of anybody', async () => {
    const body = fresh();
    const receipt = await received(body);
    const { json } = await get(`/v1/portal/applications/${body.portalId}`);
    expect(json).toEqual({
      ...receipt,
      receivedAt: now.toISOString(),
      step: 'SUBMITTED',
      history: [{ what: 'submitted', on: '2026-03-10' }],
    });
    const clerk = await server.signIn('reader', 'townReviewer', town);
    const wrong = await server.get(`/v1/portal/applications/${body.portalId}`, clerk.token);
    expect(wrong).toMatchObject({ status: 401, json: { code: 'portal.wrongKey' } });
  });

  it('asks for the key before it reads anything', async () => {
    expect(await send('x'.repeat(100), 'wrong')).toMatchObject({ status: 401 });
    const huge = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":' };
    expect((await fetch(`${server.url}/v1/portal/applications`, huge)).status).toBe(401);
  });

  it('tells what to ask for', async () => {
    const { json } = await get('/v1/portal/terms');
    const first = { code: town, name: '杨家坪街道' };
    expect(json).toMatchObject({ amounts: [{ id: expect.any(String) as string }], verifiable: [] });
    expect((json as { towns: unknown[] }).towns).toHaveLength(13);
    expect((json as { towns: unknown[] }).towns).toContainEqual(first);
  });

  it('logs no name, number or key', () => {
    expect(logged.join()).toContain('portal.received');
    expect(logged.join()).not.toMatch(/示例|500107(19|20)|fictional-portal-key|虚构/);
  });
});

describe('a district without a portal', () => {
  it('has no such routes', async () => {
    const server = await startTestServer();
    const headers = { 'x-portal-key': '' };
    const answer = await server.post('/v1/portal/applications', portalApplication(), undefined, headers);
    expect(answer).toEqual({ status: 404, json: { code: 'call.unknown', data: { name: '' } } });
    expect((await server.get(`/v1/portal/applications/${randomUUID()}`)).status).toBe(404);
    expect((await server.get('/v1/portal/terms')).status).toBe(404);
    await server.close();
  });
});
