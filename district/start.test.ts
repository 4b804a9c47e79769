import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from './db/database.ts';
import { openMasterKey } from './secrets/master-key.ts';
import { onEachDatabase } from './testing/databases.ts';

const entry = fileURLToPath(new URL('./start.ts', import.meta.url));
let folder: string;
const children: ChildProcess[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuanchuang-start-'));
});
afterEach(async () => {
  for (const one of children.splice(0)) one.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

function run(env: Record<string, string>) {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('DISTRICT_'));
  const all = { ...Object.fromEntries(own), DISTRICT_PORT: '0', DISTRICT_DATA: join(folder, 'data'), ...env };
  const started = spawn(process.execPath, [entry], { env: all, stdio: ['pipe', 'pipe', 'pipe'] });
  children.push(started);
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
    const { line, exit, err } = run(env);
    expect(await exit).toBe(1);
    expect(await line).toMatch(env.DISTRICT_DATABASE_URL ? /"event":"failed"/ : /data\.unreadable/);
    expect(err()).toContain('district.notStarted');
  });
});

describe('the district process', () => {
  /** What a start that failed said on stdout. */
  const failure = async ({ line, exit }: ReturnType<typeof run>): Promise<unknown> => {
    const said = JSON.parse(await line) as unknown;
    expect(await exit).toBe(1);
    return said;
  };

  it('lets no second one at its data, and starts at once after kill -9', async () => {
    const first = run({});
    await first.line;
    expect(await failure(run({}))).toMatchObject({ event: 'failed', code: 'folder.inUse' });
    first.child.kill('SIGKILL');
    await first.exit;
    expect(JSON.parse(await run({}).line)).toHaveProperty('listening');
  });

  it('says in plain words that a newer version wrote the data, or that the port is taken', async () => {
    const first = run({});
    const { port } = new URL((JSON.parse(await first.line) as { listening: string }).listening);
    const other = { DISTRICT_DATA: join(folder, 'other'), DISTRICT_PORT: port };
    expect(await failure(run(other))).toMatchObject({ code: 'port.taken' });
    first.child.kill('SIGTERM');
    await first.exit;
    const { derive } = await openMasterKey(join(folder, 'data', 'district.key'));
    const file = join(folder, 'data', 'district.db');
    const database = await openDatabase({ kind: 'embedded', file, key: derive('database') });
    await database.write((tx) =>
      tx.query(`INSERT INTO "migrations" ("timestamp", "name") VALUES (1, 'FromTheFuture9999999999999')`),
    );
    await database.close();
    const said = await failure(run({}));
    expect(said).toMatchObject({ event: 'failed', code: 'database.newer' });
    expect((said as { reason: string }).reason).toContain('较新版本');
  });

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
