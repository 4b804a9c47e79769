import { AppFrame } from '../pages/app-frame.ts';
import { LoginPage } from '../pages/login-page.ts';
import { OutboxPage } from '../pages/outbox-page.ts';
import { ReviewPage } from '../pages/review-page.ts';
import { SubmittedPage } from '../pages/submitted-page.ts';
import { expect, test } from './fixtures.ts';

test('without network a clerk logs in, submits and prints; the queue drains without a click', async ({
  bench,
  hand,
  page,
  visit,
  wire,
}) => {
  await bench.signIn('demo.clerk1');
  const draftId = await bench.draft();
  await bench.signOut();
  wire.cut();

  await visit('/');
  await new LoginPage(hand).logIn(bench.account('demo.clerk1'));
  await expect(page.getByText('现在没有联网')).toBeVisible();
  await visit(`/apply/${draftId}/review`);
  await new ReviewPage(hand).submit();
  const submitted = new SubmittedPage(hand);
  const caseCode = await submitted.caseCode();
  await expect(submitted.section).toContainText('前告诉您是否受理');
  expect((await submitted.saveReceipt()).suggestedFilename()).toBe(`${caseCode}.pdf`);
  const frame = new AppFrame(hand);
  await expect(frame.syncLight()).toContainText('断网');

  await frame.openOutbox();
  const outbox = new OutboxPage(hand);
  await expect(outbox.items('等待上传').first()).toBeVisible();
  wire.mend();
  await expect(frame.syncLight('已全部上传')).toBeVisible({ timeout: 40_000 });
  await expect(outbox.items('等待上传')).toHaveCount(0);
  expect((await (await bench.district()).cases()).get(caseCode)?.state.step).toBe('SUBMITTED');
});
