import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { CasePage, type DossierTab } from '../pages/case-page.ts';
import { QueuePage } from '../pages/queue-page.ts';
import { ProgressPage } from '../pages/progress-page.ts';
import { SigningStep } from '../pages/signing-step.ts';
import { expect, test } from './fixtures.ts';

/** Colours half faded in are not those people see: waits for every transition that ends. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((each) => Number.isFinite(each.effect?.getComputedTiming().endTime));
    await Promise.allSettled(ending.map((each) => each.finished));
  });

/** What axe calls serious or critical, one line each. */
async function complaints(page: Page): Promise<string[]> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
}

const check = async (page: Page, screen: string): Promise<void> =>
  expect.soft(await complaints(page), screen).toEqual([]);

const steps = [
  ['identity', '身份'],
  ['members', '家庭成员'],
  ['kinship', '亲属申报'],
  ['income', '收入'],
  ['property', '财产'],
  ['agent', '代办人'],
  ['materials', '材料'],
  ['signing', '授权签字'],
  ['certification', '人脸/人工核验'],
  ['review', '核对并提交'],
] as const;

test('every step of an application', async ({ bench, page, visit }) => {
  await bench.signIn('demo.clerk1');
  const draftId = await bench.draft();
  for (const [path, title] of steps) {
    await visit(`/apply/${draftId}/${path}`);
    await page.getByRole('region', { name: title, exact: true }).waitFor();
    await check(page, title);
  }
});

const ownSteps = [
  ['linshi', 'emergency', '遇到的困难'],
  ['linshi', 'account', '收款账户'],
  ['tekun', 'supporters', '赡养抚养人'],
  ['tekun', 'self-care', '生活自理'],
  ['rigidExpenditure', 'expenses', '必需支出'],
] as const;

for (const [kind, path, title] of ownSteps)
  test(`${title} of ${kind}, answered and empty`, async ({ bench, page, visit }) => {
    await bench.signIn('demo.clerk1');
    for (const draftId of [await bench.draft(kind), await bench.emptyDraft(kind)]) {
      await visit(`/apply/${draftId}/${path}`);
      await page.getByRole('region', { name: title, exact: true }).waitFor();
      await check(page, title);
    }
  });

test('the choice of a kind, and the pre-screen', async ({ bench, page, visit }) => {
  await bench.signIn('demo.clerk1');
  await visit('/');
  await page.getByRole('button', { name: '新建申请' }).click();
  await page.getByRole('dialog', { name: '申请哪一种救助' }).waitFor();
  await check(page, 'kinds');
  await page.getByRole('link', { name: /^说不准是哪种/ }).click();
  await page.getByRole('button', { name: '申请低保', exact: true }).waitFor();
  await check(page, 'pre-screen');
});

test('an empty application, with everything missing', async ({ bench, page, visit }) => {
  await bench.signIn('demo.clerk1');
  const draftId = await bench.emptyDraft();
  for (const [path, title] of [steps[0], steps[6], steps[8], steps[9]] as const) {
    await visit(`/apply/${draftId}/${path}`);
    await page.getByRole('region', { name: title, exact: true }).waitFor();
    await check(page, `${title}, empty`);
  }
});

test('the pad and the notice', async ({ bench, page, hand, visit }) => {
  await bench.signIn('demo.clerk1');
  const draftId = await bench.draft();
  await visit(`/apply/${draftId}/signing`);
  await new SigningStep(hand).openPad('张示例');
  await check(page, 'signature pad');
  const { caseId } = await bench.submittedCase();
  await bench.signIn('demo.reviewer');
  await visit(`/cases/${caseId}`);
  await new CasePage(hand).openNotice();
  await check(page, 'supplement notice');
});

test('home, queue, dossier, outbox, progress, login', async ({ bench, page, hand, visit }) => {
  await bench.signIn('demo.clerk1');
  await bench.emptyDraft();
  const { caseId, caseCode, idLast4 } = await bench.submittedCase();
  for (const [path, name] of [
    ['/', '首页'],
    ['/cases', '办件'],
    ['/outbox', '上传情况'],
  ] as const) {
    await visit(path);
    // Nothing waits for the clerk who has just submitted: the case is the reviewer's to do.
    if (path === '/cases') await new QueuePage(hand).show('全部');
    await page.getByText('张示例').or(page.getByText('区里已收到')).first().waitFor();
    await check(page, name);
  }
  await visit(`/cases/${caseId}`);
  const dossier = new CasePage(hand);
  for (const tab of [
    '申请内容',
    '收入与财产',
    '材料',
    '授权签字',
    '人脸/人工核验',
    '过程记录',
    '回执',
  ] satisfies DossierTab[]) {
    await dossier.openTab(tab);
    await check(page, `dossier: ${tab}`);
  }
  await bench.signOut();
  await visit('/progress');
  await new ProgressPage(hand).find(caseCode, idLast4);
  await check(page, 'progress');
  await visit('/');
  await page.getByRole('form', { name: '登录' }).waitFor();
  await check(page, 'login');
});
