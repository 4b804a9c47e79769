import { Recorder } from '../walk/recorder.ts';
import { fillIn, keepReceipt, submit } from '../walk/main-job.ts';
import { defaultHousehold } from '../walk/household.ts';
import { readBack } from '../walk/read-back.ts';
import { cardPhoto, clips } from '../media/cast.ts';
import { AppFrame } from '../pages/app-frame.ts';
import { SubmittedPage } from '../pages/submitted-page.ts';
import { LoginPage } from '../pages/login-page.ts';
import { camera, expect, test } from './fixtures.ts';

test('a walk-in application: card, forms, camera, scanner, signature, face, receipt, district', async ({
  bench,
  hand,
  visit,
}, info) => {
  await bench.signOut();
  const household = defaultHousehold;
  const media = {
    documentClip: await clips.document(),
    faceClip: await clips.applicant(),
    cardPhoto: await cardPhoto(),
  };
  const { name, idNumber, ethnicity, address } = household.applicant;
  bench.surroundings.reader.insert({
    ...{ name, idNumber, ethnicity, address, issuer: '示例公安局', photo: media.cardPhoto },
    ...{ validFrom: '2015-06-01', validUntil: '长期' },
  });
  await visit('/');
  await new LoginPage(hand).logIn(bench.account('demo.clerk1'));
  const outDir = info.outputPath();
  const recorder = new Recorder(hand, outDir, []);
  const stage = { camera, hand, recorder, household, media, outDir };
  await fillIn(stage);
  const caseCode = await submit(stage);
  if (info.project.name === 'standin') {
    // Its browser is another user's process and may not write where the driver keeps files.
    const receipt = await new SubmittedPage(hand).saveReceipt();
    expect(receipt.suggestedFilename()).toBe(`${caseCode}.pdf`);
  } else await keepReceipt(stage, caseCode);
  expect(hand.count).toBeLessThanOrEqual(60);
  await expect(new AppFrame(hand).syncLight('已全部上传')).toBeVisible({ timeout: 30_000 });
  const { found, files } = await readBack(await bench.district(), caseCode);
  expect(found.state.step).toBe('SUBMITTED');
  expect(found.state.certification?.method).toBe('face');
  expect(files).toBeGreaterThan(0);
});
