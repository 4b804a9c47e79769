import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { mustCall } from '../hosts/contract-client.ts';
import { openStation } from '../hosts/station.ts';
import { passphrase, type Bench } from './bench.ts';

/** A station of the district's own beside the bench's, with 演示区级审核员 at its page. */
export interface DistrictDesk {
  must: ReturnType<typeof mustCall>;
  page: Page;
  visit: (place: string) => Promise<void>;
  close: () => Promise<void>;
}

export async function openDistrictDesk(bench: Bench, browser: Browser): Promise<DistrictDesk> {
  const { surroundings } = bench;
  const NUANCHUANG_DATA = path.join(surroundings.dataDir, 'district-desk');
  const own = { ...surroundings, env: { ...surroundings.env, NUANCHUANG_DATA } };
  const station = await openStation.loopback({ surroundings: own, cameraArgs: [], lens: '' });
  const must = mustCall(station.client);
  if ((await must('system.status', {})).vault === 'missing') await must('vault.create', { passphrase });
  const { username, password } = bench.account('demo.district');
  await must('session.login', { username, password });
  // Cookies do not tell ports apart, so the second station has a browser context of its own.
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    ...{ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
  });
  if (station.cookie) await context.addCookies([{ ...station.cookie, url: station.pageUrl }]);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return {
    ...{ must, page },
    visit: async (place) => void (await page.goto(`${station.pageUrl}#${place}`)),
    close: async () => {
      await context.close();
      await station.stop();
    },
  };
}
