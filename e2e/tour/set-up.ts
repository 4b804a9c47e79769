import { until } from '../walk/process/until.ts';
import { textField } from '../pages/fields.ts';
import { usernameOf } from '../walk/process/staff.ts';
import type { StationWindow } from './station-window.ts';

const passphrase = '示例口令 只用于图片';

/** The town's station from its first start; its first login makes it 杨家坪's. */
export async function setUpTown(window: StationWindow): Promise<void> {
  const { page, must } = window;
  await window.visit('/');
  await textField(page, '口令').fill(passphrase);
  await textField(page, '再输一次口令').fill(passphrase);
  await window.picture('it-first-start');
  await must('vault.create', { passphrase });
  await window.signIn(usernameOf('clerk'));
  await casesHere(window, 12);
  await window.visit('/calendar');
  await page.getByRole('region', { name: '现在用的' }).waitFor();
  await window.picture('it-calendar');
}

export async function setUpDistrict(window: StationWindow): Promise<void> {
  await window.must('vault.create', { passphrase });
  await window.signIn(usernameOf('districtReviewer'));
  await casesHere(window, 13);
}

/** What the district has arrives by itself, some at a time. */
async function casesHere({ must }: StationWindow, count: number): Promise<void> {
  let here = 0;
  await until(`${String(count)} cases at the station`, async () => {
    const { total } = await must('case.list', { step: null, search: '' });
    if (total !== here) console.log(`${String(total)} cases here`);
    here = total;
    return total >= count ? true : null;
  });
}
