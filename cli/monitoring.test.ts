import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../district/testing/test-server.ts';

const key = 'fictional-monitoring-key-of-32-characters';

function run(args: string[]) {
  const file = fileURLToPath(new URL('monitoring-simulator.ts', import.meta.url));
  const child = spawn(process.execPath, [file, ...args], { env: { PATH: process.env['PATH'] ?? '' } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

describe('monitoring-simulator', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ config: { monitoringKey: key } });
  });
  afterAll(() => server.close());

  it('raises alerts and is refused what is bad, each as it should be', async () => {
    const { code, out, err } = await run(['--url', server.url, '--key', key, '--count', '3']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.trim().split('\n')).toHaveLength(3 + 7);
    const reader = await server.signIn('district', 'districtReviewer', '500107');
    const raised = (await reader.pull()).events.map(({ event }) => event.type);
    expect(raised).toEqual(Array<string>(4).fill('alert.raised'));
  });

  it.each([
    ['a wrong key', ['--key', `${key}!`, '--count', '1'], '步的答复不对'],
    ['no server', ['--url', 'http://127.0.0.1:9', '--key', key], 'fetch failed'],
    ['no key', [], '用法'],
    ['nonsense', ['--key', key, '--frobnicate'], '用法'],
  ])('says in one line what is wrong: %s', async (_, args, reason) => {
    const url = args.includes('--url') ? [] : ['--url', server.url];
    const { code, err } = await run([...url, ...args]);
    expect(code).toBe(1);
    expect(err).toContain(reason);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
