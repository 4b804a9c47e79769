import { testIdNumber } from '../../domain/testing/sample-application.ts';
import { idCheckDigit } from '../../domain/values/id-number.ts';
import { ApplicationPage } from '../pages/application-page.ts';
import { fieldNote } from '../pages/fields.ts';
import { IdentityStep } from '../pages/identity-step.ts';
import { expect, test } from './fixtures.ts';

const withCheckDigit = (first17: string): string => first17 + idCheckDigit(first17);

let step: IdentityStep;
let application: ApplicationPage;

test.beforeEach(async ({ bench, hand, visit }) => {
  await bench.signIn('demo.clerk1');
  await visit(`/apply/${await bench.emptyDraft()}/identity`);
  [step, application] = [new IdentityStep(hand), new ApplicationPage(hand)];
  await step.section.waitFor();
});

const note = (label: Parameters<IdentityStep['person']['field']>[0]) => fieldNote(step.person.field(label));

test('a wrong check digit is said at the last digit, and what was typed stays', async () => {
  const right = testIdNumber('1979-03-12', 981);
  const wrong = right.slice(0, 17) + (right.endsWith('0') ? '1' : '0');
  await step.person.type('身份证号', wrong);
  expect(await note('身份证号')).toBe('最后一位对不上，请再核对一遍号码');
  await expect(step.person.field('身份证号')).toHaveValue(wrong);
  await expect(application.task('身份')).toContainText('缺项');
  await step.person.type('身份证号', right);
  expect(await note('身份证号')).toContain('男，1979年3月12日生');
});

test('an impossible birth date in the number is named as such', async () => {
  await step.person.type('身份证号', withCheckDigit('50010719790231981'));
  expect(await note('身份证号')).toBe('号码里的出生日期不存在，请核对');
});

test('sex and birth that disagree with the number are said at their own fields', async ({ hand, page }) => {
  await step.person.type('身份证号', testIdNumber('1979-03-12', 981));
  await expect(step.person.sex('男')).toBeChecked();
  await hand.check(step.person.sex('女'));
  await expect(page.getByText('性别和身份证号对不上').first()).toBeVisible();
  await hand.check(step.person.sex('男'));
  await step.person.type('出生日期', '1979-03-13');
  expect(await note('出生日期')).toBe('出生日期和身份证号对不上');
});

test('a residence permit of 港澳台 and an old 5102 number are taken', async ({ page }) => {
  await step.person.type('身份证号', withCheckDigit('82000019790312981'));
  await expect(page.getByRole('combobox', { name: '证件种类' })).toHaveValue('港澳台居民居住证');
  await step.person.type('身份证号', withCheckDigit('51020219430520981'));
  expect(await note('身份证号')).toContain('1943年5月20日生');
  await expect(page.getByRole('combobox', { name: '证件种类' })).toHaveValue('居民身份证');
});

for (const name of ['王䶮示', '王𬭸示', '示例·买买提'])
  test(`the name ${name} is taken as it is`, async ({ page }) => {
    await step.person.type('姓名', name);
    await expect(step.person.field('姓名')).toHaveAttribute('aria-invalid', 'false');
    await expect(application.banner).toContainText(name);
    await expect(application.saved).toContainText('已自动保存');
    await page.reload();
    await expect(step.person.field('姓名')).toHaveValue(name);
  });

test('a name with a digit is refused in words', async () => {
  await step.person.type('姓名', '张3');
  expect(await note('姓名')).toBe('姓名里有不能用的符号或数字');
});
