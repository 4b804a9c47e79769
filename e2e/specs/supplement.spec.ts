import { AppFrame } from '../pages/app-frame.ts';
import { CasePage } from '../pages/case-page.ts';
import { ProgressPage } from '../pages/progress-page.ts';
import { expect, test } from './fixtures.ts';
import { paintPaper } from './paper.ts';

test('one notice lists everything; the clerk provides; the resident sees both; a second needs a reason', async ({
  bench,
  hand,
  page,
  visit,
}, info) => {
  await bench.signIn('demo.clerk1');
  const { caseId, caseCode, idLast4 } = await bench.submittedCase();
  const dossier = new CasePage(hand);
  const progress = new ProgressPage(hand);
  const openAs = async (user: 'demo.clerk1' | 'demo.reviewer', address: string): Promise<void> => {
    await bench.signIn(user);
    await visit(address);
  };

  await openAs('demo.reviewer', `/cases/${caseId}`);
  await dossier.openNotice();
  await dossier.issueNotice([{ title: '户口簿', note: '缺户主页' }]);
  await expect(dossier.clock.getByRole('listitem').filter({ hasText: '补正' })).toHaveAttribute(
    'aria-current',
    'step',
  );

  await openAs('demo.clerk1', '/progress');
  await progress.find(caseCode, idLast4);
  await expect(progress.current).toContainText('补正材料');
  await expect(progress.askedFor).toContainText('户口簿：缺户主页');

  await openAs('demo.clerk1', `/cases/${caseId}`);
  await dossier.provide('户口簿', await paintPaper(page, info.outputPath('book.jpg')));
  await dossier.sendProvision();
  await dossier.openTab('材料');
  await expect(dossier.pages).toHaveCount(4);
  await expect(dossier.checkedMarks).toHaveCount(4);

  await openAs('demo.reviewer', `/cases/${caseId}`);
  await dossier.openNotice();
  await hand.check(dossier.dialog.getByRole('checkbox', { name: '户口簿' }));
  await expect(dossier.sendNotice).toBeDisabled();
  await hand.fill(dossier.dialog.getByRole('textbox', { name: '为什么要再发一次' }), '第一次之后户口有变动');
  await expect(dossier.sendNotice).toBeEnabled();
  await hand.click(dossier.sendNotice);
  await expect(dossier.dialog).toHaveCount(0);
  await expect(new AppFrame(hand).syncLight('已全部上传')).toBeVisible();
  const held = (await (await bench.district()).cases()).get(caseCode);
  expect(held?.state.supplements).toHaveLength(2);
  expect(held?.state.step).toBe('SUPPLEMENT');
});
