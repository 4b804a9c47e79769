import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../process/run-program.ts';

export interface PrivateCups {
  server: string;
  /** Runs a CUPS administration command against this server. */
  admin(program: string, ...args: string[]): Promise<void>;
  /** The bytes of the next job that reaches the paper, as a network printer (port 9100) gets them. */
  nextJob(): Promise<Buffer>;
  /** `lpadmin -v` address of that network printer. */
  printerUri: string;
  stop(): Promise<void>;
}

/** A real CUPS scheduler of our own on a free port, and a network printer that keeps what it gets. For tests. */
export async function startPrivateCups(): Promise<PrivateCups> {
  const dir = await mkdtemp(join(tmpdir(), 'private-cups-'));
  const port = await freePort();
  await configure(dir, port);
  const jobs: Buffer[] = [];
  const waiting: ((job: Buffer) => void)[] = [];
  const paper = await listenForJobs((job) => {
    const next = waiting.shift();
    if (next) next(job);
    else jobs.push(job);
  });
  const files = ['-f', '-c', join(dir, 'cupsd.conf'), '-s', join(dir, 'cups-files.conf')];
  const scheduler = spawn('/usr/sbin/cupsd', files, { stdio: 'ignore' });
  const server = `127.0.0.1:${port}`;
  await reachable(port, scheduler);
  return {
    server,
    printerUri: `socket://127.0.0.1:${(paper.address() as AddressInfo).port}/?waiteof=false`,
    async admin(program, ...args) {
      const env = { ...process.env, CUPS_SERVER: server };
      const outcome = await runProgram(program, args, { env, timeoutMs: 10_000 });
      if (outcome.kind !== 'exited' || outcome.code !== 0)
        throw new Error(`${program}: ${JSON.stringify(outcome)}`);
    },
    nextJob: () =>
      new Promise((resolve) => {
        const job = jobs.shift();
        if (job) resolve(job);
        else waiting.push(resolve);
      }),
    async stop() {
      const ended = once(scheduler, 'exit');
      scheduler.kill();
      await ended;
      paper.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function configure(dir: string, port: number): Promise<void> {
  // Started by root, CUPS runs its backends as lp, who must be able to reach the job.
  await chmod(dir, 0o755);
  for (const part of ['root', 'cache', 'state', 'spool', 'tmp', 'log']) await mkdir(join(dir, part));
  const places = {
    ServerRoot: 'root',
    CacheDir: 'cache',
    StateDir: 'state',
    RequestRoot: 'spool',
    TempDir: 'tmp',
  };
  const logs = { AccessLog: 'log/access', ErrorLog: 'log/error', PageLog: 'log/page' };
  const lines = Object.entries({ ...places, ...logs }).map(([name, path]) => `${name} ${join(dir, path)}`);
  await writeFile(
    join(dir, 'cups-files.conf'),
    ['User lp', 'Group lp', 'SystemGroup lpadmin', ...lines, ''].join('\n'),
  );
  const allow = 'Order allow,deny\nAllow all';
  const policy = `<Policy default>\n<Limit All>\n${allow}\n</Limit>\n</Policy>`;
  const basics = `Listen 127.0.0.1:${port}\nBrowsing Off\nDefaultAuthType None\nDefaultEncryption Never\nWebInterface No`;
  await writeFile(join(dir, 'cupsd.conf'), `${basics}\n<Location />\n${allow}\n</Location>\n${policy}\n`);
}

function listenForJobs(take: (job: Buffer) => void): Promise<Server> {
  const server = createServer((socket) => {
    const parts: Buffer[] = [];
    socket
      .on('data', (part) => parts.push(part))
      .on('end', () => {
        // The backend's probes send nothing.
        if (parts.length > 0) take(Buffer.concat(parts));
        socket.end();
      });
    socket.on('error', () => undefined);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

async function freePort(): Promise<number> {
  const server = await listenForJobs(() => undefined);
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Tries to connect until the scheduler answers or ends. */
async function reachable(port: number, scheduler: ChildProcess): Promise<void> {
  while (scheduler.exitCode === null) {
    const socket = connect(port, '127.0.0.1');
    const isUp = await new Promise<boolean>((resolve) =>
      socket.on('connect', () => resolve(true)).on('error', () => resolve(false)),
    );
    socket.destroy();
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`cupsd ended with ${scheduler.exitCode}`);
}
