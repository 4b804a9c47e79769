import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** A folder for a picture of every screen looked at; none are taken without it. */
const shots = process.env['NUANCHUANG_SHOTS'];

/** Colours half faded in are not those people see: waits for every transition that ends. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((each) => Number.isFinite(each.effect?.getComputedTiming().endTime));
    await Promise.allSettled(ending.map((each) => each.finished));
  });

/** Nothing serious or critical for axe on the screen as it is; the test goes on to the next screen all the same. */
export async function look(page: Page, name: string): Promise<void> {
  await settled(page);
  if (shots) await page.screenshot({ path: `${shots}/${name.replaceAll('/', '-')}.png` });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const complaints = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
  expect.soft(complaints, name).toEqual([]);
}
