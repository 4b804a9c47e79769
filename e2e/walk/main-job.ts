import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { shippedCalendar } from '../../domain/calendar/shipped-calendar.ts';
import { dueAfter } from '../../domain/clocks/due.ts';
import { findRuleSet } from '../../domain/rules/shipped.ts';
import { formatChinese, isIsoDate } from '../../domain/values/iso-date.ts';
import { DistrictClient, type DistrictCase } from '../hosts/district-client.ts';
import type { FakeCamera } from '../hosts/fake-camera.ts';
import type { RunningApp } from '../hosts/loopback.ts';
import { AppFrame } from '../pages/app-frame.ts';
import { CasePage } from '../pages/case-page.ts';
import { CertificationStep } from '../pages/certification-step.ts';
import type { Interactions } from '../pages/interactions.ts';
import { LoginPage } from '../pages/login-page.ts';
import { MaterialsStep } from '../pages/materials-step.ts';
import { ProgressPage } from '../pages/progress-page.ts';
import { QueuePage } from '../pages/queue-page.ts';
import { ReviewPage } from '../pages/review-page.ts';
import { StartPage, type DemoAccount } from '../pages/start-page.ts';
import { SubmittedPage } from '../pages/submitted-page.ts';
import { Applying } from './apply.ts';
import type { Household } from './household.ts';
import type { WalkMedia } from './media.ts';
import { readBack } from './read-back.ts';
import { textOfPdf } from './receipt-text.ts';
import type { Recorder } from './recorder.ts';

/** Whoever works at the page, with what there is to show to the camera. */
export interface Desk {
  camera: FakeCamera;
  hand: Interactions;
  recorder: Recorder;
  household: Household;
  media: WalkMedia;
  outDir: string;
}

export interface Stage extends Desk {
  app: RunningApp;
}

export interface MainJobResult {
  caseNo: string;
  acceptBy: string;
  district: DistrictCase;
  files: number;
}

const passphrase = '示例口令 只用来走一遍';

/** The main job of the product, steps 1–9, at the page and read back from the district. */
export async function mainJob(stage: Stage): Promise<MainJobResult> {
  const { recorder, app, household } = stage;
  const accounts = await recorder.step('1.start', () => start(stage));
  const account = (username: string): DemoAccount => {
    const found = accounts.find((each) => each.username === username);
    if (!found) throw new Error(`there is no fictional account ${username}`);
    return found;
  };
  await recorder.step('2.login', () => new LoginPage(stage.hand).logIn(account('demo.clerk1')));
  const cut = household.network === 'cutBetween2And8';
  if (cut) app.wire.cut();
  await fillIn(stage);
  const caseCode = await recorder.step('6.submit', () => submit(stage));
  const acceptBy = await recorder.step('7.receipt', () => keepReceipt(stage, caseCode));
  await recorder.step('6.dossier', () => lookAtDossier(stage));
  const frame = new AppFrame(stage.hand);
  if (cut) await frame.syncLight().filter({ hasText: '断网' }).waitFor();
  const district = await recorder.step('8.sync', async () => {
    if (cut) app.wire.mend();
    // Nobody clicks: the queue drains by itself.
    await expect(frame.syncLight('已全部上传')).toBeVisible({ timeout: 60_000 });
    const reviewer = account('demo.reviewer');
    const client = await DistrictClient.logIn(app.districtUrl, reviewer.username, reviewer.password);
    const { found } = await readBack(client, caseCode);
    expect(found.state.step).toBe('SUBMITTED');
    return client;
  });
  await recorder.step('9.accept', () => review(stage, account('demo.reviewer'), caseCode));
  const held = await recorder.step('9.progress', async () => {
    await watchProgress(stage, caseCode);
    return readBack(district, caseCode);
  });
  expect(held.found.state.step).toBe('ACCEPTED');
  return { caseNo: held.found.caseNo, acceptBy, district: held.found, files: held.files };
}

async function start({ app, hand, household, media }: Stage): Promise<DemoAccount[]> {
  const { name, idNumber, ethnicity, address } = household.applicant;
  app.reader.insert({
    ...{ name, idNumber, ethnicity, address, issuer: '示例公安局', photo: media.cardPhoto },
    ...{ validFrom: '2015-06-01', validUntil: '长期' },
  });
  await hand.page.goto(app.address);
  const page = new StartPage(hand);
  await page.createVault(passphrase);
  return page.loadDemo();
}

/** Steps 3–5. */
export async function fillIn(stage: Desk): Promise<void> {
  const { recorder, hand, household } = stage;
  const forms = new Applying(hand, household);
  await recorder.step('3.identity', () => forms.identity());
  await recorder.step('3.members', () => forms.members());
  await recorder.step('3.kinship', () => forms.kinship());
  await recorder.step('3.income', () => forms.income());
  await recorder.step('3.property', () => forms.property());
  await recorder.step('3.agent', () => forms.agent());
  await recorder.step('4.materials', () => captureMaterials(stage, forms));
  await recorder.step('3.signing', () => forms.signing());
  await recorder.step('5.certification', () => certify(stage, forms));
}

/** The first material by the camera, the second by the scanner, the others by the camera again. */
async function captureMaterials({ hand, camera, media }: Desk, forms: Applying): Promise<void> {
  camera.show(media.documentClip);
  const step = new MaterialsStep(hand);
  await step.list.waitFor();
  for (const [index, name] of (await step.missing()).entries()) {
    await step.openRow(name);
    if (index === 1) await step.scan(name);
    else await step.photograph(name);
    await expect(step.row(name)).toContainText('已有');
  }
  await forms.application.next('授权签字');
}

async function certify({ hand, camera, media }: Desk, forms: Applying): Promise<void> {
  camera.show(media.faceClip);
  const step = new CertificationStep(hand);
  await step.consent(true);
  await step.start();
  await expect(step.result).toContainText('人脸核对一致', { timeout: 90_000 });
  await forms.application.next('核对提交');
}

export async function submit({ hand }: Desk): Promise<string> {
  await new ReviewPage(hand).submit();
  return new SubmittedPage(hand).caseCode();
}

/** Saves the receipt and reads in it what the resident is promised. Answers the accept-by day, ISO. */
export async function keepReceipt({ hand, outDir }: Desk, caseCode: string): Promise<string> {
  const file = path.join(outDir, 'receipt.pdf');
  await (await new SubmittedPage(hand).saveReceipt()).saveAs(file);
  const words = await textOfPdf(await readFile(file));
  const acceptBy = acceptByFromToday();
  expect(words).toContain(caseCode);
  if (isIsoDate(acceptBy)) expect(words).toContain(formatChinese(acceptBy).split(' ')[0]);
  return acceptBy;
}

function acceptByFromToday(): string {
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  const rules = findRuleSet('cq-jlp-2023');
  if (!rules.ok) throw new Error('the rule set of the district is missing');
  return dueAfter(shippedCalendar, today, rules.value.clocks.accept.workingDays) ?? '';
}

/** 一户一档: every page is opened with its digest checked; one is looked at large. */
async function lookAtDossier({ hand }: Stage): Promise<void> {
  await new SubmittedPage(hand).openDossier();
  const dossier = new CasePage(hand);
  await dossier.openTab('材料');
  await dossier.pages.first().waitFor();
  await expect(dossier.checkedMarks).toHaveCount(await dossier.pages.count());
  await dossier.lookThroughPages(1);
}

async function review({ hand }: Stage, reviewer: DemoAccount, caseCode: string): Promise<void> {
  const frame = new AppFrame(hand);
  await frame.logOut();
  await new LoginPage(hand).logIn(reviewer);
  await frame.go('办件');
  await new QueuePage(hand).open(caseCode);
  const page = new CasePage(hand);
  await page.accept();
  await expect(page.clock.getByRole('listitem').filter({ hasText: '调查' })).toHaveAttribute(
    'aria-current',
    'step',
  );
  await expect(frame.syncLight('已全部上传')).toBeVisible({ timeout: 60_000 });
}

/** The resident's own view: the step and its due day. */
async function watchProgress({ hand, household }: Stage, caseCode: string): Promise<void> {
  await new AppFrame(hand).go('进度查询');
  const progress = new ProgressPage(hand);
  await progress.find(caseCode, household.applicant.idNumber.slice(-4));
  await expect(progress.current).toContainText('调查');
  await expect(progress.current).toContainText('前');
}
