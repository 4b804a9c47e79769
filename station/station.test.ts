import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CoreHost } from '../contract/envelope.ts';
import { startFailure } from '../contract/start-failure.ts';
import { startStation } from './start-station.ts';
import { fillDraft } from './testing/demo-household.ts';
import { HostClient, testStation } from './testing/host-client.ts';
import { startRealDistrict } from './testing/real-district.ts';
import { tinyPng } from './testing/tiny-png.ts';

let district: Awaited<ReturnType<typeof startRealDistrict>>;
let passwords: Map<string, string>;
let dir: string;
const open: CoreHost[] = [];

async function station(dataDir = dir, url = district.url): Promise<CoreHost> {
  const host = await startStation(testStation(dataDir, url));
  open.push(host);
  return host;
}
async function login(host: CoreHost, username: string): Promise<HostClient> {
  const client = new HostClient(host, username);
  await client.must('session.login', { username, password: passwords.get(username) ?? '' });
  return client;
}
const closeAll = async () => {
  for (const host of open.splice(0)) await host.close();
};

beforeAll(async () => {
  district = await startRealDistrict();
  dir = await mkdtemp(join(tmpdir(), 'station-'));
  passwords = await new HostClient(await station()).demoAccounts();
  await closeAll();
  await rm(dir, { recursive: true });
});
afterAll(() => district.close());
beforeEach(async () => void (dir = await mkdtemp(join(tmpdir(), 'station-'))));
afterEach(async () => {
  await closeAll();
  await rm(dir, { recursive: true, force: true });
});

/** Runs the child until `enough` says so, kills it with SIGKILL at once, and answers the lines it had printed. */
async function killedChild(
  mode: 'save' | 'submit',
  enough: (lines: Record<string, string | number>[]) => boolean,
) {
  const script = new URL('./testing/kill-child.ts', import.meta.url).pathname;
  const args = [script, mode, dir, district.url, passwords.get('demo.clerk1') ?? ''];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: Record<string, string | number>[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(JSON.parse(line) as Record<string, string | number>);
    if (enough(lines)) child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  return lines;
}

describe('kill -9', () => {
  it.each([1, 7, 40])('at a draft leaves every answered save (after %i)', async (saves) => {
    const lines = await killedChild('save', (all) => all.length > saves);
    const acknowledged = Number(lines.at(-1)?.['revision']);
    const clerk = await login(await station(), 'demo.clerk1');
    const { draft } = await clerk.must('draft.open', { draftId: String(lines[0]?.['draftId']) });
    // The save under way when the power went may be there or not; nothing answered may be missing.
    expect([acknowledged, acknowledged + 1, acknowledged + 2]).toContain(draft.revision);
    expect(draft.sections.villageCode).toBe(String(draft.revision));
  });

  it('leaves the queue, which drains once; the district has each case once, with its files', async () => {
    const lines = await killedChild('submit', (all) => all.length === 3);
    const host = await station();
    const clerk = await login(host, 'demo.clerk1');
    const mine = new Set(lines.map((line) => line['caseId']));
    const commands = await vi.waitFor(
      async () => {
        const { summary, items } = await clerk.must('outbox.list', {});
        expect(summary).toMatchObject({ online: true, waiting: 0, attention: 0 });
        const events = items.filter((item) => item.kind === 'events');
        expect(events.length).toBeGreaterThanOrEqual(3);
        return events.length;
      },
      { timeout: 30_000, interval: 100 },
    );
    const elsewhere = await mkdtemp(join(tmpdir(), 'station-'));
    try {
      const reviewer = await login(await station(elsewhere), 'demo.reviewer');
      const { cases } = await vi.waitFor(
        async () => {
          const list = await reviewer.must('case.list', { step: null, search: '' });
          for (const id of mine) expect(list.cases.map((c) => c.id)).toContain(id);
          // One case for each submission that was on disk, and none twice.
          expect(list.cases).toHaveLength(commands);
          expect(new Set(list.cases.map((c) => c.caseCode)).size).toBe(commands);
          return list;
        },
        { timeout: 30_000, interval: 100 },
      );
      expect(cases.every((c) => c.caseNo !== null && c.sync === 'acknowledged')).toBe(true);
      const caseId = String(lines[0]?.['caseId']);
      const { dossier } = await reviewer.must('case.dossier', { caseId, purpose: 'handling' });
      expect(dossier.brokenAt).toBeNull();
      const digest = dossier.documents[0]!.pages[0]!.digest;
      const page = await reviewer.raw('case.readPage', { caseId, digest });
      expect(page.envelope).toMatchObject({ ok: true, output: { mime: 'image/png' } });
      expect(page.binary).toBeInstanceOf(Uint8Array);
      const { summary } = await reviewer.must('case.accept', { caseId });
      expect(summary.step).toBe('ACCEPTED');
      await vi.waitFor(
        async () => {
          const list = await clerk.must('case.list', { step: 'ACCEPTED', search: '' });
          expect(list.cases.map((c) => c.id)).toContain(caseId);
        },
        { timeout: 60_000, interval: 200 },
      );
    } finally {
      await closeAll();
      await rm(elsewhere, { recursive: true });
    }
  });
});

describe('the worker', () => {
  it('carries bytes both ways and leaves the caller its own', async () => {
    const clerk = await login(await station(), 'demo.clerk1');
    const { draft } = await clerk.must('draft.create', { kind: 'dibao' });
    const whole = tinyPng(7, 300);
    const view = new Uint8Array([0, 0, ...whole, 0]).subarray(2, 2 + whole.length);
    const facts = {
      mime: 'image/png' as const,
      width: 0,
      height: 0,
      source: 'file' as const,
      warnings: [],
      replaces: null,
    };
    const where = { draftId: draft.id, slot: 'idCard', memberId: null };
    for (const bytes of [whole, view]) {
      const { page } = await clerk.must('page.add', { ...where, ...facts }, bytes);
      expect(page).toMatchObject({ width: 300, bytes: whole.length });
      const back = await clerk.raw('page.read', { draftId: draft.id, pageId: page.id });
      expect(Buffer.from(back.binary ?? []).equals(Buffer.from(whole))).toBe(true);
    }
    expect(view.length).toBe(whole.length);
  });

  it('makes a receipt of a real case as PDF', async () => {
    const clerk = await login(await station(), 'demo.clerk1');
    const day = (await clerk.must('system.status', {})).today;
    const draftId = await fillDraft(clerk.must, day, 77);
    const { caseId } = await clerk.must('application.submit', { draftId });
    const receipt = await clerk.raw('case.receipt', { caseId });
    expect(receipt.envelope).toMatchObject({ ok: true });
    expect(
      Buffer.from(receipt.binary ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('answers what was under way with internal when it crashes, and comes back without anybody logged in', async () => {
    const worker = new URL('./testing/crashing-worker.ts', import.meta.url);
    const host = await startStation(testStation(dir, district.url), { worker });
    open.push(host);
    const news: string[] = [];
    host.onNews((item) => news.push(item.type));
    const clerk = await login(host, 'demo.clerk1');
    const crash = (id: number, name: string) => host.call('x', { envelope: { id, name, input: {} } });
    const answers = await Promise.all([crash(9, 'test.crash'), crash(10, 'system.preflight')]);
    for (const [index, { envelope }] of answers.entries()) {
      const data = { errorId: expect.stringMatching(/^[0-9a-f]{12}$/) as string };
      expect(envelope).toEqual({ id: 9 + index, ok: false, failure: { code: 'internal', data } });
    }
    expect((await clerk.must('system.status', {})).account).toBeNull();
    expect(news).toContain('session.ended');
    const log = await readFile(join(dir, 'logs', 'host.log'), 'utf8');
    expect(log).toContain('"code":"core.crashedInCall"');
    expect(log).not.toContain('张示例');
  });

  it('is alone on its data: a second one is turned away and harms nothing', async () => {
    const clerk = await login(await station(), 'demo.clerk1');
    const second = await startStation(testStation(dir, district.url)).catch((error: unknown) => error);
    expect(startFailure(second)).toMatchObject({ code: 'folder.inUse' });
    await clerk.must('draft.create', { kind: 'dibao' });
    await closeAll();
    await station();
  });

  it('does not start on options that are none, and says why in its log only by code', async () => {
    await expect(
      startStation({ ...testStation(dir, district.url), districtUrl: 'nowhere' }),
    ).rejects.toThrow();
  });

  it('says that the data belongs to another key, instead of making new data', async () => {
    await station();
    await closeAll();
    const options = { ...testStation(dir, district.url), key: Buffer.alloc(32, 6).toString('base64') };
    const host = await startStation(options);
    open.push(host);
    const client = new HostClient(host);
    const status = await client.raw('system.status', {});
    expect(status.envelope).toMatchObject({ ok: false, failure: { code: 'database.damaged' } });
    const login = await client.raw('session.login', { username: 'demo.clerk1', password: 'x' });
    expect(login.envelope).toMatchObject({ ok: false, failure: { code: 'vault.locked' } });
  });

  it('takes a calendar of its own beside the shipped one, and keeps the shipped one when that is broken', async () => {
    const year = { paper: ['https://example.gov.cn/2099'], off: [], work: [] };
    await writeFile(join(dir, 'calendar.json'), JSON.stringify({ 2099: year }));
    const status = await new HostClient(await station()).must('system.status', {});
    expect(status).toMatchObject({ calendarThrough: 2099, calendar: { 2099: year } });
    await closeAll();
    await writeFile(join(dir, 'calendar.json'), '{"2099": 1}');
    expect((await new HostClient(await station()).must('system.status', {})).calendarThrough).toBeLessThan(
      2099,
    );
    expect(await readFile(join(dir, 'logs', 'core.log'), 'utf8')).toContain('calendar.fileRefused');
  });

  it('writes no names, numbers or passwords to its logs', async () => {
    const clerk = await login(await station(), 'demo.clerk1');
    const day = (await clerk.must('system.status', {})).today;
    await fillDraft(clerk.must, day, 78);
    await clerk.raw('draft.save', { draftId: '张示例', revision: '500107198001011571', change: null });
    await clerk.raw('session.login', { username: '张示例', password: 'hunter2-示例' });
    const logs = join(dir, 'logs');
    for (const name of await readdir(logs)) {
      const text = await readFile(join(logs, name), 'utf8');
      expect(text).not.toMatch(/张示例|张示范|50010719800101|hunter2|示例路/);
      for (const line of text.split('\n').filter(Boolean))
        expect(() => JSON.parse(line) as unknown).not.toThrow();
    }
  });
});
