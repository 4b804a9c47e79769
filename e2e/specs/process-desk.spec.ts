import { testIdNumber } from '../../domain/testing/sample-application.ts';
import { fillDraft } from '../../station/testing/demo-household.ts';
import { AppFrame } from '../pages/app-frame.ts';
import { CasePage } from '../pages/case-page.ts';
import { textField } from '../pages/fields.ts';
import { PersonFields } from '../pages/person-fields.ts';
import { ProcessForms } from '../pages/process-forms.ts';
import { QueuePage } from '../pages/queue-page.ts';
import { expect, test } from './fixtures.ts';
import { look } from './look.ts';

test('a claimed case is a colleague’s only with a reason; accepted, its paper lies in the dossier', async ({
  bench,
  hand,
  page,
  visit,
}) => {
  test.setTimeout(120_000);
  const queue = new QueuePage(hand);
  const dossier = new CasePage(hand);
  const forms = new ProcessForms(hand);
  await bench.signIn('demo.clerk1');
  const { caseId, caseCode } = await bench.submittedCase();

  await bench.signIn('demo.reviewer');
  await visit('/');
  await look(page, 'home-reviewer');
  await new AppFrame(hand).go('办件');
  await expect(queue.queue('我的待办')).toHaveAttribute('aria-pressed', 'true');
  await queue.open(caseCode);
  const claim = await forms.open('领取');
  await forms.confirm(claim, '领取');
  await expect(forms.panel).toContainText('在您手里');
  await visit('/cases');
  await queue.show('我手上的');
  await expect(queue.row(caseCode)).toContainText('在您手里');
  await look(page, 'queue-mine');

  await bench.signIn('demo.head');
  await visit('/cases');
  await expect(queue.row(caseCode)).toContainText('同事');
  await queue.open(caseCode);
  await expect(forms.panel).toContainText('在 演示审核员 手里');
  await expect(forms.panel.getByRole('button', { name: '受理' })).toBeDisabled();
  await expect(forms.panel.getByText('同事正在办这件。').first()).toBeVisible();
  await look(page, 'dossier-claimed');
  const over = await forms.open('接手');
  await expect(over.getByRole('button', { name: '接手' })).toBeDisabled();
  await forms.write(over, { 为什么接手: '虚构：同事请假' });
  await forms.confirm(over, '接手');
  await expect(forms.panel).toContainText('在您手里');

  await dossier.accept();
  await expect(dossier.clock.getByRole('listitem').filter({ hasText: '调查' })).toHaveAttribute(
    'aria-current',
    'step',
  );
  await dossier.openTab('文书');
  await hand.click(dossier.issued('受理通知书'));
  await expect(dossier.paper('受理通知书').locator('canvas')).not.toHaveCount(0);
  await look(page, 'documents');

  const extend = await forms.open('延长办理期限');
  await forms.tick(extend, '因为什么延长', '人户分离');
  await forms.write(extend, { 具体情况: '虚构：户口在外镇' });
  await forms.confirm(extend, '延长办理期限');
  await expect(dossier.clock.getByText('已延长')).toBeVisible();
  await expect(dossier.issued('延长办理期限告知书')).toBeVisible();
  const { process } = await bench.must('case.process', { caseId });
  expect(process.extension).toMatchObject({ because: 'residenceSeparated', byName: '演示分管领导' });
  expect(process.issued.map(({ issued }) => issued.document)).toEqual([
    ...['acceptanceNotice', 'extensionNotice'],
  ]);
  await look(page, 'documents-extended');
});

test('somebody joins the household: the form, the authorization signed, the survey follows', async ({
  bench,
  hand,
  page,
  visit,
}) => {
  const forms = new ProcessForms(hand);
  await bench.signIn('demo.clerk1');
  const { caseId } = await bench.submittedCase();
  await visit(`/cases/${caseId}`);
  const form = await forms.open('家庭变化');
  await forms.tick(form, '有什么变化', '多了一位家人');
  await expect(form.getByRole('button', { name: '存入档案' })).toBeDisabled();
  await new PersonFields(hand, form).fillIn({
    name: '钱示例',
    idNumber: testIdNumber('1990-02-02', 43),
  });
  await look(page, 'amend-form');
  await hand.click(form.getByRole('button', { name: '看授权书，签字' }));
  const pad = page.getByRole('dialog', { name: '请钱示例签字' });
  await expect(pad.getByRole('region', { name: '签字前请看完' })).toContainText('钱示例');
  await hand.draw(pad.getByRole('img', { name: /的签字板/ }), [
    ...([
      [0.2, 0.6],
      [0.4, 0.3],
      [0.6, 0.7],
      [0.8, 0.4],
    ] as const),
  ]);
  await hand.click(pad.getByRole('button', { name: '确认签字' }));
  await expect(form.getByText('钱示例已签。')).toBeVisible();
  await forms.confirm(form, '存入档案');
  const { dossier } = await bench.must('case.dossier', { caseId, purpose: 'handling' });
  expect(dossier.application.members.map(({ name }) => name)).toContain('钱示例');
  await expect(page.getByRole('region', { name: '正在办理的居民' })).toContainText('3 人');
});

test('one person in two cases: side by side, resolved with a reason', async ({
  bench,
  hand,
  page,
  visit,
}) => {
  test.setTimeout(120_000);
  const dossier = new CasePage(hand);
  await bench.signIn('demo.clerk1');
  const { today } = await bench.must('system.status', {});
  const household = bench.nextHousehold();
  const submit = async (kind: 'dibao' | 'linshi') => {
    const draftId = await fillDraft(bench.must, today, household, {}, kind);
    return bench.must('application.submit', { draftId });
  };
  const first = await submit('dibao');
  const second = await submit('linshi');
  await bench.signIn('demo.reviewer');
  const noted = async () => {
    const { process } = await bench.must('case.process', { caseId: second.caseId });
    return process.duplicates.length;
  };
  await expect.poll(noted, { timeout: 60_000 }).toBeGreaterThan(0);
  await visit(`/cases/${second.caseId}`);
  await dossier.openTab('重复申请');
  const pair = dossier.duplicate(first.caseCode).first();
  await expect(pair).toContainText('最低生活保障');
  await expect(pair).toContainText('等待受理');
  await expect(pair.getByText('等处理')).toBeVisible();
  await look(page, 'duplicates');
  await hand.click(pair.getByRole('button', { name: '处理' }));
  await hand.check(dossier.dialog.getByRole('radio', { name: '两件都可以办' }));
  await hand.fill(textField(dossier.dialog, '为什么'), '虚构：低保申请中又遇火灾');
  await look(page, 'duplicate-resolve');
  await hand.click(dossier.dialog.getByRole('button', { name: '保存处理结果' }));
  await expect(dossier.duplicate(first.caseCode).first()).toContainText('两件都可以办');
  await look(page, 'duplicates-resolved');
});

test('queues by keyboard, the place kept; looking for online applications says what came of it', async ({
  bench,
  hand,
  page,
  visit,
  wire,
}) => {
  test.setTimeout(120_000);
  const queue = new QueuePage(hand);
  await bench.signIn('demo.clerk1');
  await bench.submittedCase();
  await bench.submittedCase();
  await bench.signIn('demo.reviewer');
  await visit('/cases');
  await queue.grid.waitFor();
  await hand.press('j');
  await hand.press('j');
  const current = page.locator('[data-queue] [aria-selected=true]');
  const code = await current.getByRole('gridcell').nth(6).textContent();
  await hand.press('Enter');
  await new CasePage(hand).banner.waitFor();
  await hand.click(page.getByRole('link', { name: '回办件清单' }).first());
  await expect(current).toContainText(code ?? 'no code');
  await look(page, 'queue-todo');

  await queue.search('没有这个人');
  await expect(queue.queue('全部')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('没有找到')).toBeVisible();
  await queue.show('网上申请');
  await expect(page.getByText('没有等着办的网上申请')).toBeVisible();
  await queue.pickUp();
  await expect(page.getByText(/查过，没有等着收取的网上申请/)).toBeVisible();
  await look(page, 'queue-online');
  wire.cut();
  await queue.pickUp();
  await expect(page.getByText('收取网上申请要联网。')).toBeVisible();
});

test('the menu offers what a role may ask; a calendar that is none of the district’s is not taken', async ({
  bench,
  hand,
  page,
  visit,
}) => {
  const frame = new AppFrame(hand);
  const offered = () => frame.menu.getByRole('link').allTextContents();
  await bench.signIn('demo.grid');
  await visit('/');
  await frame.menu.waitFor();
  expect(await offered()).toEqual(['首页', '预警', '进度查询', '指南']);
  await bench.signIn('demo.head');
  await visit('/');
  await frame.menu.waitFor();
  expect(await offered()).toEqual(['首页', '办件', '预警', '诉求', '进度查询', '指南', '监督']);
  await frame.go('监督');
  await expect(frame.menu.getByRole('link', { name: '监督' })).toHaveAttribute('aria-current', 'page');
  await frame.openCalendar();
  await expect(page.getByRole('region', { name: '现在用的' })).toContainText('2027 年还没有公布');
  const chooser = page.waitForEvent('filechooser');
  await hand.click(page.getByRole('button', { name: '选日历文件' }));
  await (
    await chooser
  ).setFiles({ name: 'calendar.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await expect(page.getByText('这个文件不是区里发的工作日历。')).toBeVisible();
  await look(page, 'calendar');
});
