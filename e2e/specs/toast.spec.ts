import { CasePage } from '../pages/case-page.ts';
import { ProcessForms } from '../pages/process-forms.ts';
import { expect, test } from './fixtures.ts';

test('what was done a moment ago is said, and never over the title of the next form', async ({
  bench,
  hand,
  page,
  visit,
}) => {
  await bench.signIn('demo.clerk1');
  const { caseId } = await bench.submittedCase();
  await bench.signIn('demo.head');
  await visit(`/cases/${caseId}`);
  // As low as a form that fills the whole screen.
  await page.setViewportSize({ width: 1366, height: 400 });
  await new CasePage(hand).accept();
  await expect(page.getByText('的申请，开始计时')).toBeVisible();
  const form = await new ProcessForms(hand).open('延长办理期限');
  // Looked at once: a click would wait until the message is gone.
  const onTop = await form.getByRole('heading', { name: /延长办理期限$/ }).evaluate((title) => {
    const { x, y, width } = title.getBoundingClientRect();
    return title.contains(document.elementFromPoint(x + width / 2, y + 4));
  });
  expect(onTop).toBe(true);
});
