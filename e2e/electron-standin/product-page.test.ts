import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright';
import { expect, test } from 'vitest';
import { launchOnStandin } from './launch.ts';

/* Shell logic on Chromium with everything built: the product's page under the shell's own policy. */

const dist = path.resolve(import.meta.dirname, '..', '..', 'dist');

test("the product's page starts styled, isolated and without a breach of the policy", async () => {
  if (!existsSync(path.join(dist, 'renderer', 'index.html')))
    throw new Error('dist/ is missing: build first');
  const userData = mkdtempSync(path.join(tmpdir(), 'product-page-'));
  const app = await launchOnStandin({ userData, env: { NUANCHUANG_DISTRICT: 'http://127.0.0.1:9' } });
  const browser = await chromium.connectOverCDP(app.cdpEndpoint);
  try {
    const page = browser
      .contexts()[0]
      ?.pages()
      .find((one) => one.url().includes('.app.localhost'));
    if (!page) throw new Error('no page of ours');
    const problems: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy|Refused|Unrecognized feature/.test(message.text()))
        problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
    await page.reload();
    const login = page.getByRole('button', { name: '登录' });
    await login.waitFor();
    expect(problems).toEqual([]);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    // Without the style library's elements a button is 21 px high.
    expect((await login.boundingBox())?.height).toBeGreaterThanOrEqual(40);
  } finally {
    await browser.close();
    await app.close();
    rmSync(userData, { recursive: true, force: true });
  }
});
