import { testIdNumber } from '../../domain/testing/sample-application.ts';
import { ApplicationPage } from '../pages/application-page.ts';
import { IdentityStep } from '../pages/identity-step.ts';
import { expect, test } from './fixtures.ts';

test('a section by keyboard alone: N and Enter begin, Enter walks the fields, Alt+digit changes the step', async ({
  bench,
  hand,
  page,
  visit,
}) => {
  await bench.signIn('demo.clerk1');
  await visit('/');
  await page.getByRole('button', { name: '新建申请' }).waitFor();
  const { keyboard } = page;
  const step = new IdentityStep(hand);
  await keyboard.press('n');
  await expect(page.getByRole('button', { name: /^低保 / })).toBeFocused();
  await keyboard.press('Enter');
  const name = step.person.field('姓名');
  await expect(name).toBeFocused();
  await keyboard.type('孙示例');
  await keyboard.press('Enter');
  await expect(step.person.field('身份证号')).toBeFocused();
  await keyboard.type(testIdNumber('1975-04-05', 752));
  await expect(step.person.sex('女')).toBeChecked();
  await expect(step.person.field('出生日期')).toHaveValue('1975-04-05');

  // Onwards by Enter to the village, found by its initials.
  const village = page.getByRole('combobox', { name: '村（社区）' });
  await expect(async () => {
    await keyboard.press('Enter');
    await expect(village).toBeFocused({ timeout: 50 });
  }).toPass({ intervals: [20] });
  await keyboard.type('xjec');
  await expect(page.getByRole('option')).toHaveText(['西郊二村社区居民委员会']);
  await keyboard.press('Enter');
  await expect(village).toHaveValue('西郊二村社区居民委员会');

  const application = new ApplicationPage(hand);
  await keyboard.press('Alt+2');
  await expect(page.getByRole('radio', { name: '一个人住' })).toBeFocused();
  await keyboard.press('Space');
  await expect(application.task('家庭成员')).toContainText('完成');
  await keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '下一步：亲属申报' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('region', { name: '亲属申报' })).toBeVisible();
  expect(hand.count).toBe(0);
});
