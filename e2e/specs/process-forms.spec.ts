import { formatYuan } from '../../domain/values/fen.ts';
import { makeUuid } from '../../domain/values/uuid.ts';
import { fillDraft } from '../../station/testing/demo-household.ts';
import { CasePage } from '../pages/case-page.ts';
import { Interactions } from '../pages/interactions.ts';
import { ProcessForms } from '../pages/process-forms.ts';
import { openDistrictDesk } from './district-desk.ts';
import { expect, test } from './fixtures.ts';
import { look } from './look.ts';
import { paintPaper } from './paper.ts';

test('from the survey to the posted notice: checks, a signed visit, the proposal, the photo on the board', async ({
  bench,
  hand,
  page,
  visit,
}, info) => {
  test.setTimeout(180_000);
  const forms = new ProcessForms(hand);
  await bench.signIn('demo.clerk1');
  const { caseId } = await bench.submittedCase();
  await bench.signIn('demo.reviewer');
  await bench.must('case.act', { caseId, command: { type: 'accept' } });
  await bench.signIn('demo.clerk1');
  await bench.must('case.act', { caseId, command: { type: 'startSurvey' } });
  const read = async () => (await bench.must('case.process', { caseId })).process;

  await visit(`/cases/${caseId}`);
  const photo = await paintPaper(page, info.outputPath('photo.jpg'));
  const check = await forms.open('发出核对');
  await expect(check.getByText('只查签了核对授权书的人：张示例、张示范')).toBeVisible();
  await look(page, 'check-form');
  await hand.check(check.getByRole('checkbox', { name: '非银行支付机构' }));
  await forms.confirm(check, '向 13 个部门发出核对');
  // This district has no department connected: each says so, nobody is left waiting.
  await expect.poll(async () => (await read()).surveyLacks, { timeout: 60_000 }).toEqual(['homeVisit']);

  const survey = await forms.open('填调查表');
  const save = survey.getByRole('button', { name: '存入档案' });
  await expect(save).toBeDisabled();
  await hand.click(survey.getByRole('button', { name: '＋ 演示窗口员乙' }));
  await forms.write(survey, { 住房情况: '虚构：两间平房，自有', 身体情况: '虚构：都健康' });
  await look(page, 'survey-form');
  await forms.addPhoto(survey, '现场照片', photo);
  await forms.tick(survey, '结论', '和申报的一致');
  await forms.sign(survey, '演示窗口员甲');
  await forms.sign(survey, '演示窗口员乙');
  await expect(survey.getByRole('status').last()).toContainText('家里人签字（或者没签的原因）');
  await forms.sign(survey, '张示例');
  await expect(save).toBeEnabled();
  await look(page, 'survey-form-signed');
  // Nothing is lost by a look at another method, nor by pressing Escape.
  await forms.tick(survey, '用什么办法调查', '邻里访问');
  await forms.tick(survey, '用什么办法调查', '入户调查');
  await hand.press('Escape');
  await hand.click(survey.getByRole('button', { name: '接着填' }));
  await forms.confirm(survey, '存入档案');
  const [record] = (await read()).surveys;
  expect(record?.record).toMatchObject({
    ...{ method: 'home', conclusion: 'agrees', notSignedBecause: null },
    situation: { housing: '虚构：两间平房，自有' },
    signatures: [{ name: '演示窗口员甲' }, { name: '演示窗口员乙' }, { name: '张示例', as: 'household' }],
  });
  const surveyed = await forms.read('调查核对');
  await expect(surveyed.getByRole('alert')).toContainText('已有：联网核对都有答复、入户调查。');
  await expect(surveyed.getByRole('cell', { name: /在等答复/ })).toHaveCount(0);
  await expect(surveyed.getByRole('img', { name: '张示例的签字' })).toBeVisible();
  await look(page, 'survey-section');
  await surveyed.getByRole('heading', { name: '部门答复' }).scrollIntoViewIfNeeded();
  await look(page, 'survey-section-compared');
  await hand.click(surveyed.getByRole('button', { name: '打开现场照片第 1 张' }));
  await expect(page.getByRole('dialog', { name: '现场照片 第 1 张' }).getByText('已校验')).toBeVisible();
  await hand.press('Escape');
  await surveyed.getByRole('heading', { name: '调查记录' }).scrollIntoViewIfNeeded();
  await look(page, 'survey-section-records');

  await bench.signIn('demo.reviewer');
  await visit(`/cases/${caseId}`);
  const propose = await forms.open('提出初审意见');
  await look(page, 'propose-form');
  await forms.tick(propose, '家庭财产符不符合规定', '符合');
  await forms.tick(propose, '建议', '建议救助');
  await forms.write(propose, { 理由: '虚构：人均收入低于标准' });
  await look(page, 'propose-form-filled');
  await forms.confirm(propose, '提出初审意见');
  const [proposed] = (await read()).proposals;
  expect(proposed?.proposal).toMatchObject({ eligible: true, method: 'difference' });

  const post = await forms.open('张贴公示');
  const amount = formatYuan(proposed?.proposal.amountFen ?? 0);
  await expect(post.getByRole('table', { name: '贴出去的内容' }).getByRole('row').last()).toHaveText(
    `张示例2拟纳入，${amount} 元`,
  );
  await forms.write(post, { 贴在哪里: '村务公开栏、镇政府门口' });
  await forms.addPhoto(post, '张贴照片', photo);
  await look(page, 'post-notice');
  await forms.confirm(post, '张贴公示');
  const after = await read();
  expect([after.step, after.notices[0]?.places]).toEqual(['NOTICE', ['村务公开栏', '镇政府门口']]);

  const objection = await forms.open('登记异议');
  await forms.write(objection, { 异议的内容: '虚构：他家还有一套房' });
  await look(page, 'objection-form');
  await forms.confirm(objection, '登记异议');
  expect((await read()).objections).toMatchObject([{ objection: { by: '' }, reply: null }]);
  const reviewed = await forms.read('初审与公示');
  await expect(reviewed.getByText(`建议救助，每月 ${amount} 元（补差）`)).toBeVisible();
  await expect(reviewed.getByRole('region', { name: '公示', exact: true })).toContainText(/最后一天 \d{4}年/);
  await expect(reviewed.getByText('还没有答复')).toBeVisible();
  await look(page, 'review-section');
  await reviewed.getByRole('region', { name: /收到的异议$/ }).scrollIntoViewIfNeeded();
  await look(page, 'review-section-below');
});

test('without a notice, from the survey to the register in one day', async ({
  bench,
  browser,
  hand,
  page,
  visit,
}, info) => {
  test.setTimeout(180_000);
  const forms = new ProcessForms(hand);
  await bench.signIn('demo.clerk1');
  const { today } = await bench.must('system.status', {});
  const draftId = await fillDraft(bench.must, today, bench.nextHousehold(), {}, 'linshi');
  const { caseId } = await bench.must('application.submit', { draftId });
  const read = async () => (await bench.must('case.process', { caseId })).process;
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
  const photo = await paintPaper(page, info.outputPath('photo.jpg'));
  const survey = await forms.open('填调查表');
  await forms.write(survey, { '调查人 2': '赵虚构', 住房情况: '虚构：租住一间' });
  await forms.addPhoto(survey, '现场照片', photo);
  await forms.tick(survey, '结论', '和申报的一致');
  await forms.sign(survey, '演示窗口员甲');
  await forms.sign(survey, '赵虚构');
  await forms.write(survey, { 家里没有人签字的原因: '虚构：手受伤，不能写字' });
  await forms.confirm(survey, '存入档案');
  await expect.poll(async () => (await read()).surveyLacks, { timeout: 60_000 }).toEqual([]);

  await bench.signIn('demo.reviewer');
  await visit(`/cases/${caseId}`);
  const propose = await forms.open('提出初审意见');
  await forms.write(propose, { 核实下来需要多少钱: '800' });
  await forms.tick(propose, '家庭财产符不符合规定', '符合');
  await forms.tick(propose, '建议', '建议救助');
  await forms.write(propose, { 理由: '虚构：突发重病' });
  await look(page, 'propose-once');
  await forms.confirm(propose, '提出初审意见');
  expect((await read()).proposals[0]?.proposal).toMatchObject({ method: 'oneOff', amountFen: 80_000 });
  await bench.must('case.act', { caseId, command: { type: 'report', note: '' } });

  const desk = await openDistrictDesk(bench, browser);
  const stepThere = async () => (await desk.must('case.process', { caseId })).process.step;
  await expect.poll(() => stepThere().catch(() => 'not here yet'), { timeout: 60_000 }).toBe('REPORTED');
  await desk.visit(`/cases/${caseId}`);
  const districtForms = new ProcessForms(new Interactions(desk.page));
  const confirm = await districtForms.open('确认');
  await expect(confirm.getByText('一次 800.00 元（一次性）')).toBeVisible();
  await look(desk.page, 'confirm-form');
  await districtForms.confirm(confirm, '确认');
  await expect.poll(async () => (await read()).step, { timeout: 60_000 }).toBe('CONFIRMED');
  await desk.close();

  await visit(`/cases/${caseId}`);
  const publish = await forms.open('公布');
  await expect(publish.getByRole('table', { name: '贴出去的内容' }).getByRole('row').last()).toHaveText(
    /^张示例\d800\.00$/,
  );
  await forms.write(publish, { 贴在哪里: '村务公开栏' });
  await forms.addPhoto(publish, '公布照片', photo);
  await look(page, 'publish-form');
  await forms.confirm(publish, '公布');
  const register = await forms.open('登记在册');
  await look(page, 'register-form');
  await forms.confirm(register, '登记在册');

  // Help given once asks for no yearly visits.
  await expect(forms.panel.getByText('这件已经办完，没有要办的事。')).toBeVisible();
  await expect(forms.panel.getByRole('button')).toHaveCount(0);
  const { clock } = new CasePage(hand);
  await expect(clock.getByRole('listitem').last()).toContainText('登记');
  await expect(clock.locator('[aria-current=step]')).toHaveCount(0);
  const after = await forms.read('救助与探访');
  await expect(after.getByText('一次 800.00 元（一次性）')).toBeVisible();
  await look(page, 'after-section');
});
