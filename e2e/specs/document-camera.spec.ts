import { MaterialsStep } from '../pages/materials-step.ts';
import { expect, test } from './fixtures.ts';

const slot = '户口簿';

test('no camera, a black one, then a page on the table: each in plain words, the page found and taken', async ({
  bench,
  hand,
  lens,
  visit,
}) => {
  await bench.signIn('demo.clerk1');
  await visit(`/apply/${await bench.draft()}/materials`);
  const step = new MaterialsStep(hand);
  await step.openRow(slot);

  await lens(null);
  await step.openCamera(slot);
  await expect(step.dialog.getByRole('alert')).toContainText('没有找到摄像头');
  await lens('black');
  await hand.click(step.dialog.getByRole('button', { name: '重试' }));
  await expect(step.dialog.getByRole('alert')).toContainText('画面全黑');
  await lens('document');
  await hand.click(step.dialog.getByRole('button', { name: '重试' }));
  await expect(step.dialog.getByText('找到纸边，可以拍了')).toBeVisible();
  await hand.click(step.dialog.getByRole('button', { name: '不拍了' }));

  await step.photograph(slot, 2);
  await expect(step.pages(slot)).toHaveCount(2);
  await step.scan(slot);
  // SANE's test device has ten pages in its feeder.
  await expect(step.pages(slot)).toHaveCount(12);
});
