import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import pg from 'pg';

/** Where Debian and other systems put the server's programs. */
const folders = ['/usr/lib/postgresql/15/bin', '/usr/lib/postgresql/16/bin', '/usr/lib/postgresql/17/bin'];
const bin = folders.find((folder) => existsSync(join(folder, 'initdb')));

/** Why no cluster can be started here, or null. */
export const postgresMissing: string | null = bin
  ? null
  : `PostgreSQL is not installed (looked in ${folders.join(', ')}; on Debian: apt-get install postgresql-15)`;

export interface ThrowAwayCluster {
  /** Makes an empty database of its own. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** A cluster in a temporary folder with durable settings, run as an unprivileged user; it ends with this process. */
export async function startPostgres(): Promise<ThrowAwayCluster> {
  if (!bin) throw new Error(postgresMissing ?? '');
  const folder = await mkdtemp(join(tmpdir(), 'nuanchuang-pg-'));
  const password = randomBytes(12).toString('hex');
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  const as = await unprivileged([folder, passwordFile]);
  const data = join(folder, 'data');
  const flags = [
    '-D',
    data,
    '-U',
    'test',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '-E',
    'UTF8',
    '--no-locale',
  ];
  const [command = '', ...prefix] = [...as, join(bin, 'initdb'), ...flags];
  const made = spawnSync(command, prefix, { encoding: 'utf8', cwd: folder });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const [server = '', ...args] = [
    ...as,
    join(bin, 'postgres'),
    ...['-D', data, '-p', String(port), '-k', '', '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=on'],
  ];
  const child = spawn(server, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  await readyLine(child);
  const url = (name: string): string => `postgres://test:${password}@127.0.0.1:${port}/${name}`;
  let databases = 0;
  return {
    createDatabase: async () => {
      const name = `district_${(databases += 1)}`;
      const client = new pg.Client({ connectionString: url('postgres') });
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return url(name);
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: then as `postgres`, and it dies when we do. */
async function unprivileged(paths: string[]): Promise<string[]> {
  if (userInfo().uid !== 0) return [];
  const uid = Number(spawnSync('id', ['-u', 'postgres'], { encoding: 'utf8' }).stdout);
  const gid = Number(spawnSync('id', ['-g', 'postgres'], { encoding: 'utf8' }).stdout);
  for (const path of paths) await chown(path, uid, gid);
  return ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--pdeathsig=SIGKILL', '--'];
}

function readyLine(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      if (text.includes('database system is ready to accept connections')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`postgres ended with ${code}: ${text}`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
