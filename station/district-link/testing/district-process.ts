import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const entry = fileURLToPath(new URL('../../../district/start.ts', import.meta.url));
const Listening = z.object({ listening: z.url() });

/** The real server as its own process on its own data, to be killed and started again on the same port. */
export interface DistrictProcess {
  url: string;
  dataDir: string;
  /** Diagnostics so far. */
  stderr(): string;
  /** Ends at once, as at a power cut (without losing what the system has not written yet). */
  kill9(): Promise<void>;
  start(): Promise<void>;
  /** Resolves with the exit code after SIGTERM. */
  stop(): Promise<number | null>;
  remove(): Promise<void>;
}

export async function startDistrictProcess(env: Record<string, string> = {}): Promise<DistrictProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'nuanchuang-link-'));
  let child: ChildProcess;
  let stderr = '';
  let url = '';
  const start = async (): Promise<void> => {
    const port = url ? new URL(url).port : '0';
    const all = {
      ...process.env,
      DISTRICT_DATA: dataDir,
      DISTRICT_PORT: port,
      DISTRICT_WITH_PARENT: '1',
      ...env,
    };
    child = spawn(process.execPath, [entry], { env: all, stdio: ['pipe', 'pipe', 'pipe'] });
    child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
    url = Listening.parse(JSON.parse(await firstLine(child, () => stderr))).listening;
  };
  const end = (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill(signal);
    return ended;
  };
  await start();
  return {
    dataDir,
    get url() {
      return url;
    },
    stderr: () => stderr,
    start,
    kill9: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    remove: async () => {
      await end('SIGKILL');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function firstLine(child: ChildProcess, stderr: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      if (text.includes('\n')) resolve(text.split('\n')[0] ?? '');
    });
    child.once('exit', (code) => reject(new Error(`the district server ended with ${code}: ${stderr()}`)));
  });
}
