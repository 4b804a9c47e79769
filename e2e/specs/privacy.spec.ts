import type { Page } from '@playwright/test';
import { testIdNumber } from '../../domain/testing/sample-application.ts';
import { AppFrame } from '../pages/app-frame.ts';
import { ApplicationPage } from '../pages/application-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { IdentityStep } from '../pages/identity-step.ts';
import { ProgressPage } from '../pages/progress-page.ts';
import { expect, test } from './fixtures.ts';

const first = { name: '赵示例甲', idNumber: testIdNumber('1981-05-06', 811) };
const second = { name: '钱示例乙', idNumber: testIdNumber('1982-06-07', 823) };

/** Everything this browser holds of the page: what is drawn and what is stored. */
const heldBy = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const stored = [localStorage, sessionStorage].map((store) => JSON.stringify({ ...store }));
    const caches = await window.caches.keys();
    return [
      document.documentElement.outerHTML,
      document.title,
      ...stored,
      JSON.stringify([databases, caches]),
    ].join();
  });

/** Addresses of the page and of every request since the test began. */
function addresses(page: Page): () => string {
  const seen: string[] = [];
  page.on('request', (request) => seen.push(decodeURIComponent(request.url())));
  page.on('framenavigated', (frame) => seen.push(decodeURIComponent(frame.url())));
  return () => seen.join('\n');
}

async function begin(
  application: { name: string; idNumber: string },
  step: IdentityStep,
  saved: ApplicationPage,
) {
  await step.person.fillIn(application);
  await expect(saved.banner).toContainText(application.name);
  await expect(saved.saved).toContainText('已自动保存');
}

test('of one resident nothing stays when the next one comes, and of neither after the logout', async ({
  bench,
  hand,
  page,
  visit,
}) => {
  const allAddresses = addresses(page);
  const [step, application] = [new IdentityStep(hand), new ApplicationPage(hand)];
  const [frame, home] = [new AppFrame(hand), new HomePage(hand)];
  await bench.signIn('demo.clerk2');
  await visit('/');
  await home.startApplication();
  await begin(first, step, application);

  await frame.go('首页');
  await home.startApplication();
  await expect(application.banner).toContainText('还没有姓名');
  const switched = await heldBy(page);
  expect(switched).not.toContain(first.name);
  expect(switched).not.toContain(first.idNumber);
  await begin(second, step, application);
  expect(await heldBy(page)).not.toContain(first.name);

  await frame.logOut();
  const left = await heldBy(page);
  for (const { name, idNumber } of [first, second]) {
    expect(left).not.toContain(name);
    expect(left).not.toContain(idNumber);
    expect(left).not.toContain(idNumber.slice(0, 14));
    expect(allAddresses()).not.toContain(name);
    expect(allAddresses()).not.toContain(idNumber);
  }
});

test('the way back after a logout leads to the login, not to the resident', async ({
  bench,
  hand,
  page,
  visit,
}) => {
  await bench.signIn('demo.clerk1');
  await visit(`/apply/${await bench.draft()}/identity`);
  await expect(new ApplicationPage(hand).banner).toContainText('张示例');
  await new AppFrame(hand).logOut();
  await page.goBack();
  await expect(page.getByRole('form', { name: '登录' })).toBeVisible();
  expect(await heldBy(page)).not.toContain('张示例');
});

test('the resident’s own view shows a masked name and no number', async ({ bench, page, hand, visit }) => {
  await bench.signIn('demo.clerk1');
  const { caseCode, idLast4 } = await bench.submittedCase();
  await bench.signOut();
  await visit('/progress');
  const progress = new ProgressPage(hand);
  await progress.ask(caseCode, idLast4 === '0000' ? '1111' : '0000');
  await expect(page.getByRole('alert')).toBeVisible();
  await progress.find(caseCode, idLast4);
  const held = await heldBy(page);
  expect(held).not.toContain('张示例');
  expect(held).not.toMatch(/\d{6}\*{8}\d{3}[\dX]|\d{17}[\dX]/);
});
