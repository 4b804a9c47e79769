import { cardPhoto, type ClipName } from '../media/cast.ts';
import { CertificationStep } from '../pages/certification-step.ts';
import { ApplicationPage } from '../pages/application-page.ts';
import { IdentityStep } from '../pages/identity-step.ts';
import { expect, test } from './fixtures.ts';

let step: CertificationStep;
let begin: (clip: ClipName | null) => Promise<void>;

/** The card is read, consent given, and the attempt begun before this camera. */
test.beforeEach(async ({ bench, hand, lens, visit }) => {
  step = new CertificationStep(hand);
  bench.surroundings.reader.insert({
    ...{ name: '张示例', idNumber: '500107197903129818', ethnicity: '汉', address: '示例路1号（虚构）' },
    ...{ issuer: '示例公安局', validFrom: '2015-06-01', validUntil: '长期', photo: await cardPhoto() },
  });
  await bench.signIn('demo.clerk1');
  await visit(`/apply/${await bench.emptyDraft()}/identity`);
  const identity = new IdentityStep(hand);
  await identity.readCard();
  await identity.cardPhoto.waitFor();
  await new ApplicationPage(hand).open('人脸/人工核验');
  begin = async (clip) => {
    await lens(clip);
    await step.consent(true);
    await step.start();
  };
});

test('the person of the card is accepted on the device', async () => {
  await begin('applicant');
  await expect(step.result).toContainText('人脸核对一致', { timeout: 40_000 });
});

test('another person twice: then a person decides, with a reason on record', async () => {
  await begin('somebodyElse');
  await expect(step.section.getByText('没有对上，还可再试一次')).toBeVisible({ timeout: 40_000 });
  await step.start();
  await expect(step.manualPanel).toContainText('人脸两次都没有对上', { timeout: 40_000 });
  await expect(step.manualPanel.getByRole('radio', { name: '人脸两次没有对上' })).toBeChecked();
  await step.decideByPerson();
  await expect(step.result).toContainText('人工核验通过');
  await expect(step.result).toContainText('人脸两次没有对上');
});

for (const [clip, hint] of [
  ['nobody', '请把脸放进圆框里'],
  ['twoPeople', '请让一个人面对镜头'],
] as const)
  test(`${clip} before the camera: said in plain words, the way to a person stays open`, async () => {
    await begin(clip);
    await expect(step.hint).toHaveText(hint, { timeout: 30_000 });
    await step.chooseManual();
    await step.decideByPerson('身体原因不便拍脸');
    await expect(step.result).toContainText('人工核验通过');
  });

test('no camera and a black camera are named with the remedy', async ({ hand, lens }) => {
  await begin(null);
  await expect(step.remedy).toContainText('没有找到摄像头');
  await lens('black');
  await hand.click(step.panel.getByRole('button', { name: '重试' }));
  await expect(step.remedy).toContainText('画面全黑');
});

test('who declines is not looked at: the way by a person, equally prominent, leads to the same result', async ({
  page,
}) => {
  const [agree, decline] = [
    step.section.getByRole('button', { name: '同意用人脸核对' }),
    step.section.getByRole('button', { name: '不用人脸，改为人工核验' }),
  ];
  const [first, second] = [await agree.boundingBox(), await decline.boundingBox()];
  expect(second?.width).toBeCloseTo(first?.width ?? 0, -1);
  expect(second?.height).toBe(first?.height);
  await step.consent(false);
  await step.decideByPerson();
  await expect(step.result).toContainText('本人不用人脸');
  await expect(page.getByLabel('摄像头画面')).toHaveCount(0);
});
