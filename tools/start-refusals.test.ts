import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

let folder: string;
const running: { stop(): Promise<unknown> }[] = [];
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'start-refusals-'))));
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
  rmSync(folder, { recursive: true, force: true });
});

function start(env: Record<string, string> = {}) {
  const child = spawn('node', ['tools/start.mjs'], {
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', NUANCHUANG_DATA: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { text: '', errors: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.errors += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  running.push({ stop: () => (child.kill('SIGTERM'), ended) });
  return { child, said, ended };
}

/** The one sentence of a start that failed. */
async function refusal(env: Record<string, string> = {}): Promise<string> {
  const { said, ended } = start(env);
  expect(await ended).toBe(1);
  const lines = said.errors.split('\n').filter((line) => line.startsWith('✗'));
  expect(said.errors + said.text).not.toMatch(/^\s+at |Error:/m);
  expect(lines).toHaveLength(1);
  return lines[0] ?? '';
}

describe('npm start that cannot', () => {
  it('says that it is open already, and opens at once after the first was killed', async () => {
    const first = start();
    await vi.waitUntil(() => first.said.text.includes('#c='), { timeout: 120_000, interval: 100 });
    expect(await refusal()).toContain('这台电脑上暖窗已经打开');
    first.child.kill('SIGKILL');
    const again = start();
    await vi.waitUntil(() => again.said.text.includes('#c='), { timeout: 60_000, interval: 100 });
  }, 200_000);

  it('names a port that is taken', async () => {
    const taken = net.createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as net.AddressInfo;
    expect(await refusal({ NUANCHUANG_PORT: String(port) })).toContain('端口');
    await new Promise((resolve) => taken.close(resolve));
  }, 150_000);

  it('names a setting and a folder that are no good', async () => {
    expect(await refusal({ NUANCHUANG_PORT: '99999' })).toContain('NUANCHUANG_PORT');
    expect(await refusal({ DISTRICT_PORTAL_KEY: 'short' })).toContain('DISTRICT_PORTAL_KEY');
    // Nothing was started for it: no data of a server, no simulator's configuration.
    expect(readdirSync(folder).filter((name) => !name.endsWith('.log'))).toEqual([]);
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    expect(await refusal({ NUANCHUANG_DATA: file })).toContain(file);
  }, 150_000);
});
