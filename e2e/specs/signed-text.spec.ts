import { ApplicationPage } from '../pages/application-page.ts';
import { IncomeStep } from '../pages/income-step.ts';
import { ReviewPage } from '../pages/review-page.ts';
import { SigningStep } from '../pages/signing-step.ts';
import { expect, test } from './fixtures.ts';

test('what was signed changes: everybody reads and signs again before anything is submitted', async ({
  bench,
  hand,
  visit,
}) => {
  await bench.signIn('demo.clerk1');
  await visit(`/apply/${await bench.draft()}/income`);
  const application = new ApplicationPage(hand);
  const review = new ReviewPage(hand);
  await new IncomeStep(hand).typeAmount(0, '612.00');
  await expect(application.task('授权签字')).toContainText('缺项');
  await application.open('核对提交');
  await expect(review.missing).toHaveText([
    '张示例：签字后内容有改动，请重新签',
    '张示范：签字后内容有改动，请重新签',
  ]);
  await expect(review.submitButton).toBeDisabled();

  await application.open('授权签字');
  const step = new SigningStep(hand);
  await expect(step.line('张示例')).toContainText('签字后内容有改动');
  await step.openPad('张示例');
  await expect(step.dialog.getByRole('region', { name: '签字前请看完' })).toContainText('612.00 元');
  await hand.click(step.dialog.getByRole('button', { name: '先不签，返回' }));
  await step.sign('张示例');
  await step.sign('张示范', '张示例');
  await expect(application.task('授权签字')).toContainText('完成');
  await application.open('核对提交');
  await expect(review.submitButton).toBeEnabled();
});
