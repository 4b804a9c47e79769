import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServerStatus } from '../contract/sync/accounts.ts';
import { calendarText, SignedCalendar } from '../domain/calendar/signed-calendar.ts';
import { lockFolder } from '../db/folder-lock.ts';
import { createDistrictServer } from '../district/create-server.ts';
import { countersignatureHolds } from '../district/secrets/signing-key.ts';
import { sha256Text } from '../district/sync/sha256.ts';
import { startTestServer, type TestServer } from '../district/testing/test-server.ts';

const key = 'fictional-portal-key-of-32-characters';

/** Runs a program of this folder as a person would. */
function run(name: string, args: string[], env: Record<string, string> = {}) {
  const file = fileURLToPath(new URL(name, import.meta.url));
  const child = spawn(process.execPath, [file, ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

describe('portal-simulator', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ config: { portalKey: key } });
  });
  afterAll(() => server.close());

  it('opens cases of every kind and is refused what is bad, each as it should be', async () => {
    const { code, out, err } = await run('portal-simulator.ts', ['--url', server.url, '--key', key]);
    expect(err).toBe('');
    expect(code).toBe(0);
    const steps = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(steps).toHaveLength(5 + 9);
    const clerk = await server.signIn('district', 'districtReviewer', '500107');
    const opened = (await clerk.pull()).events.filter(({ event }) => event.type === 'case.opened');
    const kinds = opened.map(({ event }) => (event.data as { kind: string }).kind);
    expect(kinds.toSorted()).toEqual([
      'dibao',
      'dibao',
      'dibaoMargin',
      'linshi',
      'rigidExpenditure',
      'tekun',
    ]);
  });

  it.each([
    ['a wrong key', ['--key', `${key}!`], '401'],
    ['no server', ['--url', 'http://127.0.0.1:9', '--key', key], 'fetch failed'],
    ['no key', [], '用法'],
    ['nonsense', ['--key', key, '--frobnicate'], '用法'],
  ])('says in one line what is wrong: %s', async (_, args, reason) => {
    const url = args.includes('--url') ? [] : ['--url', server.url];
    const { code, out, err } = await run('portal-simulator.ts', [...url, ...args]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(reason);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('sign-calendar', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'nuanchuang-sign-'));
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  it('writes what the server gives out, signed with the key everybody knows', async () => {
    const out = join(dataDir, 'calendar.json');
    const env = { DISTRICT_DATA: join(dataDir, 'district') };
    const done = await run('sign-calendar.ts', ['--out', out], env);
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(done.out)).toMatchObject({ serial: 1, years: ['2025', '2026'] });
    const signed = SignedCalendar.parse(JSON.parse(await readFile(out, 'utf8')));
    const server = await createDistrictServer({ dataDir: env.DISTRICT_DATA });
    const json = async (path: string): Promise<unknown> => (await fetch(server.url + path)).json();
    expect(await json('/v1/calendar')).toEqual(signed);
    const { publicKey } = ServerStatus.parse(await json('/v1/status'));
    await server.close();
    expect(countersignatureHolds(publicKey, sha256Text(calendarText(signed)), signed.signature)).toBe(true);
  });

  it('leaves the data to a server that runs on them, and says where the same is to be had', async () => {
    const env = { DISTRICT_DATA: join(dataDir, 'busy') };
    const lock = await lockFolder(env.DISTRICT_DATA);
    const done = await run('sign-calendar.ts', ['--out', join(dataDir, 'none.json')], env);
    lock.release();
    expect(done).toMatchObject({ code: 1, out: '', err: expect.stringContaining('/v1/calendar') as string });
  });

  it('asks where to', async () => {
    expect(await run('sign-calendar.ts', [])).toMatchObject({ code: 1, out: '' });
  });
});
