import { makeUuid } from '../../domain/values/uuid.ts';
import { CasePage, type DossierTab } from '../pages/case-page.ts';
import { ProgressPage } from '../pages/progress-page.ts';
import { QueuePage } from '../pages/queue-page.ts';
import { RecordsPage } from '../pages/records-page.ts';
import { SigningStep } from '../pages/signing-step.ts';
import { expect, test } from './fixtures.ts';
import { look } from './look.ts';

/** Forms of the procedure are looked at where they are filled in: process-forms, process-desk, alerts-tickets. */
test.describe.configure({ timeout: 180_000 });

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
    await look(page, title);
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
      await look(page, title);
    }
  });

test('the choice of a kind, and the pre-screen', async ({ bench, page, visit }) => {
  await bench.signIn('demo.clerk1');
  await visit('/');
  await page.getByRole('button', { name: '新建申请' }).click();
  await page.getByRole('dialog', { name: '申请哪一种救助' }).waitFor();
  await look(page, 'kinds');
  await page.getByRole('link', { name: /^说不准是哪种/ }).click();
  await page.getByRole('button', { name: '申请低保', exact: true }).waitFor();
  await look(page, 'pre-screen');
});

test('an empty application, with everything missing', async ({ bench, page, visit }) => {
  await bench.signIn('demo.clerk1');
  const draftId = await bench.emptyDraft();
  for (const [path, title] of [steps[0], steps[6], steps[8], steps[9]] as const) {
    await visit(`/apply/${draftId}/${path}`);
    await page.getByRole('region', { name: title, exact: true }).waitFor();
    await look(page, `${title}, empty`);
  }
});

test('the pad and the notice', async ({ bench, page, hand, visit }) => {
  await bench.signIn('demo.clerk1');
  const draftId = await bench.draft();
  await visit(`/apply/${draftId}/signing`);
  await new SigningStep(hand).openPad('张示例');
  await look(page, 'signature pad');
  const { caseId } = await bench.submittedCase();
  await bench.signIn('demo.reviewer');
  await visit(`/cases/${caseId}`);
  await new CasePage(hand).openNotice();
  await look(page, 'supplement notice');
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
    await look(page, name);
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
    await look(page, `dossier: ${tab}`);
  }
  await bench.signOut();
  await visit('/progress');
  await new ProgressPage(hand).find(caseCode, idLast4);
  await look(page, 'progress');
  await visit('/');
  await page.getByRole('form', { name: '登录' }).waitFor();
  await look(page, 'login');
});

test('a case in survey: what may be done, and every part of its dossier', async ({ bench, page, visit }) => {
  await bench.signIn('demo.clerk1');
  const { caseId } = await bench.submittedCase();
  await bench.signIn('demo.reviewer');
  await bench.must('case.act', { caseId, command: { type: 'accept' } });
  await bench.signIn('demo.clerk1');
  await bench.must('case.act', { caseId, command: { type: 'startSurvey' } });
  const requestId = makeUuid(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
  await bench.must('case.act', {
    caseId,
    command: { type: 'requestCheck', requestId, sources: ['civilAffairs'], purpose: 'application' },
  });
  await visit(`/cases/${caseId}`);
  const tabs = page.getByRole('tab');
  await page.getByRole('tab', { name: '调查核对' }).waitFor();
  const names = await tabs.allTextContents();
  expect(names).toEqual(expect.arrayContaining(['申请内容', '家庭成员', '调查核对', '文书', '过程记录']));
  for (const name of names) {
    await page.getByRole('tab', { name, exact: true }).click();
    await page.getByRole('tabpanel', { name }).waitFor();
    await look(page, `survey: ${name}`);
  }
  await page.getByRole('button', { name: /^更多/ }).click();
  await look(page, 'survey: more that may be done');
});

test('every queue of a reviewer', async ({ bench, hand, page, visit }) => {
  await bench.signIn('demo.clerk1');
  await bench.submittedCase();
  await bench.signIn('demo.reviewer');
  await visit('/cases');
  await new QueuePage(hand).grid.waitFor();
  const queues = page.getByRole('group', { name: '按队列筛选' }).getByRole('button');
  expect(await queues.count()).toBeGreaterThan(3);
  for (const queue of await queues.all()) {
    await queue.click();
    await expect(queue).toHaveAttribute('aria-pressed', 'true');
    await look(page, `queue ${(await queue.textContent()) ?? ''}`);
  }
});

test('alerts and tickets: the lists, and what is raised', async ({ bench, hand, page, visit }) => {
  const records = new RecordsPage(hand);
  await bench.signIn('demo.reviewer');
  for (const [path, title, deed] of [
    ['/alerts', '预警', '登记预警'],
    ['/tickets', '诉求', '登记诉求'],
  ] as const) {
    await visit(path);
    await page.getByRole('button', { name: deed, exact: true }).waitFor();
    await look(page, title);
    await records.press(deed);
    await records.form(deed).waitFor();
    await look(page, deed);
  }
});

test('supervision, of a town and down to a village; the calendar', async ({ bench, page, visit }) => {
  await bench.signIn('demo.clerk1');
  await bench.submittedCase();
  await bench.signIn('demo.head');
  await visit('/supervision');
  const areas = page.getByRole('region', { name: '各地区' });
  await areas.waitFor();
  await look(page, 'supervision');
  await areas.getByRole('table').getByRole('button').first().click();
  await page.getByRole('region', { name: '办件', exact: true }).waitFor();
  await look(page, 'supervision of a village');
  await visit('/calendar');
  await page.getByRole('region', { name: '现在用的' }).waitFor();
  await look(page, 'calendar');
});

test('the guide at the window, and for a resident alone', async ({ bench, page, visit }) => {
  const articles = page.getByRole('navigation', { name: '指南目录' }).getByRole('link');
  await bench.signIn('demo.clerk1');
  await visit('/guide');
  await articles.first().waitFor();
  await look(page, 'guide');
  await articles.first().click();
  await page.getByRole('article').waitFor();
  await look(page, 'guide: an article beside the list');
  await bench.signOut();
  await visit('/guide');
  await articles.first().waitFor();
  await look(page, 'guide of a resident');
  await articles.first().click();
  await page.getByRole('article').waitFor();
  await look(page, 'guide of a resident: an article');
});
