import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { startIdReaderSimulator } from '../../devices/id-reader/simulator.ts';
import type { Client } from '../../renderer/client.ts';
import { contractClient, mustCall, redeemAddress } from '../hosts/contract-client.ts';
import { startLoopbackHost } from '../hosts/loopback.ts';
import { findChromium } from '../media/chromium.ts';
import { Interactions } from '../pages/interactions.ts';
import { password } from '../walk/process/staff.ts';

type Must = ReturnType<typeof mustCall>;

/** A station as people see it, with a browser before it. */
export class StationWindow {
  readonly page: Page;
  readonly hand: Interactions;
  readonly must: Must;
  readonly #origin: string;
  readonly #outDir: string;
  readonly #end: () => Promise<void>;

  private constructor(page: Page, client: Client, origin: string, outDir: string, end: () => Promise<void>) {
    this.page = page;
    this.hand = new Interactions(page);
    this.must = mustCall(client);
    this.#origin = origin;
    this.#outDir = outDir;
    this.#end = end;
  }

  /** On a folder of its own, joined to the district at `districtUrl`; pictures go to `outDir`. */
  static async open(districtUrl: string, outDir: string): Promise<StationWindow> {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'nuanchuang-tour-'));
    const reader = await startIdReaderSimulator({ port: 0 });
    const host = await startLoopbackHost({
      NUANCHUANG_DATA: dataDir,
      NUANCHUANG_DISTRICT: districtUrl,
      NUANCHUANG_ID_READER: reader.url,
      NUANCHUANG_HOST_REASON: 'tour',
    });
    const { origin, cookie } = await redeemAddress(host.address);
    const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
    const page = await openPage(browser);
    await page.context().addCookies([{ ...cookie, url: `${origin}/` }]);
    return new StationWindow(page, contractClient(origin, cookie), origin, outDir, async () => {
      await browser.close();
      await host.process.stop();
      await reader.close();
      rmSync(dataDir, { recursive: true, force: true });
    });
  }

  async signIn(username: string): Promise<void> {
    await this.must('session.login', { username, password });
  }

  async signOut(): Promise<void> {
    await this.must('session.logout', {});
  }

  /** Opens a place afresh, for whoever is signed in now. */
  async visit(place: string): Promise<void> {
    const empty = this.page.url() === 'about:blank';
    await this.page.goto(`${this.#origin}/#${place}`);
    if (!empty) await this.page.reload();
  }

  /** What stands before the eyes now, once nothing moves any more. */
  async picture(name: string): Promise<void> {
    await this.page.mouse.move(0, 0);
    await this.page.waitForLoadState('networkidle');
    await this.page.evaluate(async () => {
      const ending = document
        .getAnimations()
        .filter((each) => Number.isFinite(each.effect?.getComputedTiming().endTime));
      await Promise.allSettled(ending.map((each) => each.finished));
    });
    await this.page.screenshot({ path: path.join(this.#outDir, `${name}.png`) });
    console.log(name);
  }

  close(): Promise<void> {
    return this.#end();
  }
}

async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  context.setDefaultTimeout(60_000);
  return context.newPage();
}
