import { testIdNumber } from '../../domain/testing/sample-application.ts';
import { ApplicationPage } from '../pages/application-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { Interactions } from '../pages/interactions.ts';
import { IdentityStep } from '../pages/identity-step.ts';
import { LoginPage } from '../pages/login-page.ts';
import { StartPage } from '../pages/start-page.ts';
import { passphrase } from './bench.ts';
import { expect, test } from './fixtures.ts';

test('a draft survives kill -9 with at most the last field lost', async ({ bench, hand, page, visit }) => {
  await bench.signIn('demo.clerk1');
  const draftId = await bench.emptyDraft();
  await visit(`/apply/${draftId}/identity`);
  const step = new IdentityStep(hand);
  await step.person.type('姓名', '周䶮存');
  await step.person.type('身份证号', testIdNumber('1990-01-01', 901));
  await step.person.type('住址', '示例路2号（虚构）');
  await expect(new ApplicationPage(hand).saved).toContainText('已自动保存');
  // The field with the cursor in it may be lost; those before it may not.
  await step.person.type('电话', '13800000001');
  const reopened = new Interactions(await bench.killAndRestart(page));

  await visit('/', reopened.page);
  if ((await bench.must('system.status', {})).vault === 'locked')
    await new StartPage(reopened).unlock(passphrase);
  await new LoginPage(reopened).logIn(bench.account('demo.clerk1'));
  await new HomePage(reopened).openDraft('周䶮存');
  const found = new IdentityStep(reopened).person;
  await expect(found.field('姓名')).toHaveValue('周䶮存');
  await expect(found.field('身份证号')).toHaveValue(testIdNumber('1990-01-01', 901));
  await expect(found.field('住址')).toHaveValue('示例路2号（虚构）');
  expect(['', '13800000001']).toContain(await found.field('电话').inputValue());
});

test('a reload of the page keeps the login and what was typed', async ({ bench, hand, page, visit }) => {
  await bench.signIn('demo.clerk1');
  const draftId = await bench.emptyDraft();
  await visit(`/apply/${draftId}/identity`);
  const step = new IdentityStep(hand);
  await step.person.type('姓名', '示例·买买提');
  await step.person.type('电话', '13800000002');
  await expect(new ApplicationPage(hand).saved).toContainText('已自动保存');
  await page.reload();
  await expect(step.person.field('姓名')).toHaveValue('示例·买买提');
  await expect(step.person.field('电话')).toHaveValue('13800000002');
});
