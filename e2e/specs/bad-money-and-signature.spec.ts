import { ApplicationPage } from '../pages/application-page.ts';
import { fieldNote } from '../pages/fields.ts';
import { IncomeStep } from '../pages/income-step.ts';
import { ReviewPage } from '../pages/review-page.ts';
import { SigningStep } from '../pages/signing-step.ts';
import { expect, test } from './fixtures.ts';

let draftId: string;

test.beforeEach(async ({ bench }) => {
  await bench.signIn('demo.clerk1');
  draftId = await bench.draft();
});

test('money: negative, finer than a 分 and words are refused, 1,200.00 is taken', async ({ hand, visit }) => {
  await visit(`/apply/${draftId}/income`);
  const step = new IncomeStep(hand);
  for (const [typed, said] of [
    ['-5', '金额不能是负数'],
    ['1.234', '最多到分，请写两位小数以内'],
    ['很多', '请写数字，例如 1200 或 1,200.00'],
  ] as const) {
    await step.typeAmount(0, typed);
    expect(await fieldNote(step.amount(0))).toBe(said);
    await expect(step.amount(0)).toHaveValue(typed);
  }
  await step.typeAmount(0, '1,200.00');
  // 1,200.00 for two people.
  await expect(step.formula).toContainText('600.00 元');
});

test('an empty pad is no signature, and without every signature nothing is submitted', async ({
  hand,
  visit,
}) => {
  await visit(`/apply/${draftId}/signing`);
  const step = new SigningStep(hand);
  await hand.click(step.line('张示例').getByRole('button', { name: '清除张示例的签字' }));
  await expect(step.line('张示例')).toContainText('待签');
  await step.openPad('张示例');
  await step.confirm();
  await expect(step.dialog.getByRole('alert')).toContainText('还没有签上名字');
  await hand.click(step.dialog.getByRole('button', { name: '先不签，返回' }));
  const application = new ApplicationPage(hand);
  await expect(application.task('授权签字')).toContainText('缺项');
  await application.open('核对提交');
  const review = new ReviewPage(hand);
  await expect(review.missing).toHaveText(['张示例：还没有签字']);
  await expect(review.submitButton).toBeDisabled();
  await application.open('授权签字');
  await step.sign('张示例');
  await application.open('核对提交');
  await expect(review.submitButton).toBeEnabled();
});
