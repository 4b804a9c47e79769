import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';

/** Processes of one process group that still run. */
const groupOf = (leader: number): string[] =>
  readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return Number(fields[2]) === leader && fields[0] !== 'Z';
    } catch {
      return false;
    }
  });

function start(dataDir: string) {
  const child = spawn('node', ['tools/start.mjs'], {
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', NUANCHUANG_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const said = { text: '' };
  const take = (chunk: Buffer): void => {
    said.text += chunk.toString();
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, said, ended };
}

describe.skipIf(process.platform !== 'linux')('npm start without a display', () => {
  it('names the parts and the host, serves the page, and leaves no process behind', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'start-'));
    const { child, said, ended } = start(dataDir);
    await vi.waitUntil(() => said.text.includes('#c='), { timeout: 120_000, interval: 100 });
    for (const part of ['浏览器', '摄像头', '扫描仪', '打印', '中文字体', '区级服务器', '读卡器'])
      expect(said.text).toContain(part);
    expect(said.text).toMatch(/宿主：本机浏览器（loopback），原因：没有显示器/);
    const address = /http:\/\/127\.0\.0\.1:\d+\/#c=\S+/.exec(said.text)?.[0] ?? '';
    const page = await fetch(address);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<title>');
    expect(groupOf(child.pid ?? 0).length).toBeGreaterThan(3);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    await vi.waitUntil(() => groupOf(child.pid ?? 0).length === 0, { timeout: 15_000 });
    rmSync(dataDir, { recursive: true, force: true });
  }, 150_000);

  it('kill -9 of the starter ends the rest too', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'start-'));
    const { child, said } = start(dataDir);
    await vi.waitUntil(() => said.text.includes('#c='), { timeout: 120_000, interval: 100 });
    child.kill('SIGKILL');
    await vi.waitUntil(() => groupOf(child.pid ?? 0).length === 0, { timeout: 30_000 });
    rmSync(dataDir, { recursive: true, force: true });
  }, 180_000);
});
