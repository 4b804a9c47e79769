import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findChromium } from './find-chromium.ts';
import { launchChromium } from './launch-chromium.ts';
import { startLoopbackServer, type LoopbackServer } from './loopback-server.ts';
import { echoCore, tinyPage } from './testing.ts';

const executable = findChromium();
let server: LoopbackServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

/** Command lines of running processes that mention `text`. */
const processesWith = (text: string): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && existsSync(`/proc/${name}/cmdline`))
    .map((name) => {
      try {
        return readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    })
    .filter((line) => line.includes(text));

describe.skipIf(!executable || process.platform !== 'linux')('the system Chromium as window', () => {
  it('opens the one-time address over the pipe: the page is isolated, the code is in no process list', async () => {
    const core = echoCore();
    server = await startLoopbackServer(core, tinyPage());
    const profileDir = mkdtempSync(path.join(tmpdir(), 'nc-profile-'));
    const browser = await launchChromium({
      executable: executable ?? '',
      profileDir,
      origin: server.origin,
      kiosk: false,
      headless: true,
    });
    const address = server.oneTimeAddress();
    await browser.open(address);
    await vi.waitUntil(() => core.calls.length > 0, { timeout: 20_000 });
    expect(core.calls[0]?.call.envelope.input).toMatchObject({ isolated: true });
    expect(processesWith(address.split('#')[1] ?? '!')).toEqual([]);
    const main = processesWith(browser.profile);
    expect(main.length).toBeGreaterThan(0);
    expect(main.some((line) => line.includes('--no-sandbox'))).toBe(false);
    await browser.close();
    await vi.waitUntil(() => processesWith(browser.profile).length === 0, { timeout: 10_000 });
  });

  it('dies with its starter, also by kill -9', async () => {
    const profileDir = mkdtempSync(path.join(tmpdir(), 'nc-profile-'));
    const script = `const { launchChromium } = await import(${JSON.stringify(path.resolve('loopback/launch-chromium.ts'))});
      const { profile } = await launchChromium({ executable: ${JSON.stringify(executable)}, profileDir: ${JSON.stringify(profileDir)}, origin: 'http://127.0.0.1:1', kiosk: false, headless: true });
      console.log(profile);`;
    const starter = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const profile = await new Promise<string>((resolve) =>
      starter.stdout.once('data', (line: Buffer) => {
        resolve(line.toString().trim());
      }),
    );
    expect(processesWith(profile).length).toBeGreaterThan(0);
    starter.kill('SIGKILL');
    await vi.waitUntil(() => processesWith(profile).length === 0, { timeout: 10_000 });
  });
});
