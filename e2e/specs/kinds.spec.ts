import type { Locator, TestInfo } from '@playwright/test';
import type { PersonForm } from '../../domain/application/person.ts';
import { testIdNumber } from '../../domain/testing/sample-application.ts';
import { AccountStep } from '../pages/account-step.ts';
import { AgentStep } from '../pages/agent-step.ts';
import { ApplicationPage } from '../pages/application-page.ts';
import { CasePage } from '../pages/case-page.ts';
import { CertificationStep } from '../pages/certification-step.ts';
import { EmergencyStep } from '../pages/emergency-step.ts';
import { HomePage } from '../pages/home-page.ts';
import { IdentityStep } from '../pages/identity-step.ts';
import { IncomeStep } from '../pages/income-step.ts';
import type { Interactions } from '../pages/interactions.ts';
import { KinshipStep } from '../pages/kinship-step.ts';
import { MaterialsStep } from '../pages/materials-step.ts';
import { MembersStep } from '../pages/members-step.ts';
import { PropertyStep } from '../pages/property-step.ts';
import { ReviewPage } from '../pages/review-page.ts';
import { SigningStep } from '../pages/signing-step.ts';
import { SubmittedPage } from '../pages/submitted-page.ts';
import { SelfCareStep, SupportersStep } from '../pages/tekun-steps.ts';
import type { Bench } from './bench.ts';
import { expect, test } from './fixtures.ts';
import { paintPaper } from './paper.ts';

const look = async (hand: Interactions, info: TestInfo, name: string): Promise<void> => {
  await hand.page.screenshot({ path: info.outputPath(`${name}.png`) });
};

/** Somebody who lives alone, typed by hand. */
async function begin(hand: Interactions, kind: string, name: string, idNumber: string): Promise<void> {
  await new HomePage(hand).startApplication(kind);
  const step = new IdentityStep(hand);
  await step.person.fillIn({ name, idNumber, address: '虚构路1号', phone: '13800000000' });
  await step.pickVillage('西郊二村社区居民委员会');
  const application = new ApplicationPage(hand);
  await application.next('家庭成员');
  await new MembersStep(hand).livesAlone();
}

async function materials(hand: Interactions, info: TestInfo): Promise<void> {
  const step = new MaterialsStep(hand);
  const paper = await paintPaper(hand.page, info.outputPath('paper.jpg'));
  for (const name of await step.missing()) {
    await step.openRow(name);
    await step.chooseFile(name, paper);
    await step.useFile();
    await step.pages(name).first().waitFor();
  }
  expect(await step.missing()).toEqual([]);
}

async function finish(hand: Interactions, name: string, kindTitle: string): Promise<void> {
  const application = new ApplicationPage(hand);
  await application.open('授权签字');
  await new SigningStep(hand).sign(name);
  await application.open('人脸/人工核验');
  const certification = new CertificationStep(hand);
  await certification.consent(false);
  await certification.decideByPerson();
  await application.open('核对提交');
  const review = new ReviewPage(hand);
  const result: Locator = review.section.getByRole('region', { name: `${kindTitle}怎么算` });
  await expect(result).toBeVisible();
  await expect(review.submitButton).toBeEnabled();
}

/** Somebody who has applied for 临时救助 here before. */
async function earlierCase(bench: Bench): Promise<PersonForm> {
  const draftId = await bench.draft('linshi');
  const { identity } = (await bench.must('draft.open', { draftId })).draft.sections;
  await bench.must('application.submit', { draftId });
  if (!identity) throw new Error('no applicant');
  return identity;
}

test('临时救助: the event instead of income, urgent, from the first click to the receipt', async ({
  bench,
  hand,
  visit,
}, info) => {
  await bench.signIn('demo.clerk1');
  await visit('/');
  await hand.click(hand.page.getByRole('button', { name: '新建申请' }));
  await new HomePage(hand).kindDialog.waitFor();
  await look(hand, info, 'kinds');
  await hand.page.keyboard.press('Escape');
  await begin(hand, '临时救助', '周示例', testIdNumber('1971-02-03', 811));
  const application = new ApplicationPage(hand);
  await expect(application.tasks.getByRole('link')).toHaveCount(10);
  await application.next('遇到的困难');
  const emergency = new EmergencyStep(hand);
  await emergency.tell({
    ...{ kind: '火灾', day: '20250101', place: '虚构路1号', yuan: '2000', urgent: true },
    what: '虚构：厨房起火，被褥和粮食都烧了',
  });
  await expect(emergency.result).toContainText('1,500.00 元');
  await look(hand, info, 'emergency');
  await application.next('亲属申报');
  await new KinshipStep(hand).none();
  await application.next('收款账户');
  const account = new AccountStep(hand);
  await account.own('虚构银行', '6200 0000 0000 0001');
  await expect(account.section.getByText('号码和一般银行卡的规律对不上')).toBeVisible();
  await look(hand, info, 'account');
  await application.next('代办人');
  await new AgentStep(hand).self();
  await application.next('材料');
  await materials(hand, info);
  await finish(hand, '周示例', '临时救助');
  await look(hand, info, 'review');
  await new ReviewPage(hand).submit();
  const submitted = new SubmittedPage(hand);
  expect(await submitted.caseCode()).toMatch(/^JLP-/);
  await expect(submitted.preview).toBeVisible();
  await submitted.openDossier();
  const dossier = new CasePage(hand);
  await expect(dossier.panel.getByRole('region', { name: '遇到的困难' })).toContainText('很急，请求先行救助');
  await expect(dossier.panel.getByRole('region', { name: '提交当天怎么算' })).toContainText('1,500.00 元');
  await look(hand, info, 'dossier');
});

test('特困: nobody to support, self-care and account, from the first click to the receipt', async ({
  bench,
  hand,
  visit,
}, info) => {
  await bench.signIn('demo.clerk1');
  await visit('/');
  await begin(hand, '特困供养', '吴示例', testIdNumber('1945-02-03', 813));
  const application = new ApplicationPage(hand);
  await application.next('亲属申报');
  await new KinshipStep(hand).none();
  await application.next('收入');
  await new IncomeStep(hand).none();
  await application.next('财产');
  await new PropertyStep(hand).noneElse();
  await application.next('赡养抚养人');
  await new SupportersStep(hand).none();
  await look(hand, info, 'supporters');
  await application.next('生活自理');
  const selfCare = new SelfCareStep(hand);
  await selfCare.unable(['自己洗澡', '在屋里自己走动']);
  await expect(selfCare.level).toContainText('6 项里 2 项做不到：部分丧失生活自理能力');
  await look(hand, info, 'self-care');
  await application.next('收款账户');
  await new AccountStep(hand).own('虚构银行', '6200000000000005');
  await application.next('代办人');
  await new AgentStep(hand).self();
  await application.next('材料');
  await materials(hand, info);
  await finish(hand, '吴示例', '特困人员救助供养');
  await expect(new ReviewPage(hand).section).toContainText('每月 1,275.00 元');
  await look(hand, info, 'review');
  await new ReviewPage(hand).submit();
  expect(await new SubmittedPage(hand).caseCode()).toMatch(/^JLP-/);
});

test('the pre-screen names what fits, refuses nothing, and its answers stand in the draft; an earlier case is offered', async ({
  bench,
  hand,
  page,
  visit,
}, info) => {
  await bench.signIn('demo.clerk1');
  const before = await earlierCase(bench);
  await visit('/');
  await hand.click(page.getByRole('link', { name: '看看能申请什么' }));
  const questions = page.getByRole('region', { name: '几个问题' });
  await hand.fill(questions.getByRole('textbox', { name: '全家一个月大约收入' }), '450');
  await hand.fill(questions.getByRole('textbox', { name: '需要帮助的人几岁' }), '40');
  const hits = page.getByRole('region', { name: '可以申请的救助' });
  await expect(hits.getByRole('button', { name: /^申请/ })).toHaveCount(5);
  const dibao = hits.getByRole('region', { name: '低保', exact: true });
  await expect(dibao).toContainText('很可能合适');
  await expect(dibao).toContainText('每月 300.00 元');
  await expect(hits.getByRole('region', { name: '特困供养' })).toContainText('也可以申请');
  await look(hand, info, 'prescreen');
  await hand.click(dibao.getByRole('button', { name: '申请低保', exact: true }));
  const application = new ApplicationPage(hand);
  await expect(application.task('家庭成员')).toContainText('完成');
  await application.open('收入');
  await expect(new IncomeStep(hand).amount(0)).toHaveValue('450.00');

  await application.open('身份');
  const step = new IdentityStep(hand);
  await step.person.fillIn({ name: '张示例', idNumber: before.idNumber });
  const earlier = page.getByRole('region', { name: '沿用上次' });
  await expect(earlier).toContainText('临时救助');
  await look(hand, info, 'earlier');
  await hand.click(earlier.getByRole('button', { name: '沿用上次填的' }));
  await expect(step.person.field('住址')).toHaveValue(before.address);
  await expect(step.section.getByText('沿用上次').first()).toBeVisible();
  await application.open('收入');
  await expect(new IncomeStep(hand).amount(0)).toHaveValue('450.00');
});
