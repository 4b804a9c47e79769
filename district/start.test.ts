import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onEachDatabase } from './testing/databases.ts';

const entry = fileURLToPath(new URL('./start.ts', import.meta.url));
let folder: string;
let child: ChildProcess | null = null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuanchuang-start-'));
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

function run(env: Record<string, string>) {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('DISTRICT_'));
  const all = { ...Object.fromEntries(own), DISTRICT_PORT: '0', DISTRICT_DATA: join(folder, 'data'), ...env };
  const started = spawn(process.execPath, [entry], { env: all, stdio: ['pipe', 'pipe', 'pipe'] });
  child = started;
  let [out, err] = ['', ''];
  started.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
  const exit = new Promise<number | null>((resolve) => started.once('exit', resolve));
  const line = new Promise<string>((resolve, reject) => {
    started.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8');
      if (out.includes('\n')) resolve(out);
    });
    void exit.then(() => reject(new Error(err)));
  });
  line.catch(() => undefined);
  return { child: started, line, exit, err: () => err };
}

onEachDatabase('the district process', (newDatabase) => {
  const database = async (): Promise<Record<string, string>> => {
    const url = await newDatabase();
    return url ? { DISTRICT_DATABASE_URL: url } : {};
  };

  it('says in one line where it listens, answers there, and ends cleanly on SIGTERM', async () => {
    const { child: server, line, exit } = run(await database());
    const text = await line;
    const { listening } = JSON.parse(text) as { listening: string };
    expect(text.trim().split('\n')).toHaveLength(1);
    expect((await fetch(`${listening}/v1/status`)).status).toBe(200);
    server.kill('SIGTERM');
    expect(await exit).toBe(0);
    const mode = (await stat(join(folder, 'data', 'district.key'))).mode & 0o777;
    expect(mode).toBe(0o600);
  });

  it('keeps its signing key, and does not start under another master key', async () => {
    const env = await database();
    const keyOf = async (): Promise<string> => {
      const { child: server, line, exit } = run(env);
      const { listening } = JSON.parse(await line) as { listening: string };
      const status = (await (await fetch(`${listening}/v1/status`)).json()) as { publicKey: string };
      server.kill('SIGTERM');
      await exit;
      return status.publicKey;
    };
    const key = await keyOf();
    expect(await keyOf()).toBe(key);
    await writeFile(join(folder, 'data', 'district.key'), Buffer.alloc(32, 9).toString('base64'));
    const { exit, err } = run(env);
    expect(await exit).toBe(1);
    expect(err()).toContain('district.notStarted');
  });
});

describe('the district process', () => {
  it('ends when whoever started it is gone', async () => {
    const { child: server, line, exit } = run({ DISTRICT_WITH_PARENT: '1' });
    await line;
    server.stdin?.end();
    expect(await exit).toBe(0);
  });

  it.each([
    [{ DISTRICT_HOST: '0.0.0.0' }, 'config.tlsNeeded'],
    [{ DISTRICT_DATA: '' }, 'DISTRICT_DATA'],
    [{ DISTRICT_PORT: 'many' }, 'DISTRICT_PORT'],
    [{ DISTRICT_DATABASE_URL: 'mysql://here' }, 'DISTRICT_DATABASE_URL'],
    [{ DISTRICT_TLS_CERT: '/nowhere.crt' }, 'go together'],
  ])('refuses to start with %o', async (env, reason) => {
    const { exit, err } = run(env);
    expect(await exit).toBe(1);
    expect(err()).toContain(reason);
    expect(err().trim().split('\n')).toHaveLength(1);
  });

  it('makes no second key when the key file is damaged', async () => {
    const keyFile = join(folder, 'elsewhere.key');
    await writeFile(keyFile, 'damaged');
    const { exit } = run({ DISTRICT_KEY_FILE: keyFile });
    expect(await exit).toBe(1);
    expect(await readFile(keyFile, 'utf8')).toBe('damaged');
  });
});
